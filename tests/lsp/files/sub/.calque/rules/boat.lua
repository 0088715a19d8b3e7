return {
  api     = 1,
  summary = "“boat” for “ship”",
  why     = [[The house says ship.]],
  level   = "warning",
  mqm     = "terminology",
  swap    = { boat = "ship" },
  bad     = { { "A <<boat>> left.", fix = "A ship left." } },
  good    = { "A ship left.", "A boatman left." },
}
