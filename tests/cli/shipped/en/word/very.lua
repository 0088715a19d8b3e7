return {
  api     = 1,
  summary = "“very” adds little",
  why     = [[Say it without.]],
  level   = "hint",
  mqm     = "register",
  forbid  = { "very" },
  bad     = { { "A <<very>> old boat." } },
  good    = { "An old boat.", "Everybody rows." },
}
