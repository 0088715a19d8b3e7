return {
  api     = 1,
  summary = "a rule that is off",
  why     = [[It is for those who ask for it.]],
  level   = "off",
  mqm     = "register",
  forbid  = { "quiet" },
  bad     = { { "A <<quiet>> boat." } },
  good    = { "A still boat.", "Quite a boat." },
}
