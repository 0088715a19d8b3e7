return {
  api     = 1,
  summary = "a fix that leaves what it found",
  why     = [[It never ends.]],
  level   = "error",
  mqm     = "style",
  safe    = true,
  swap    = { wet = "very wet" },
  bad     = { "It is <<wet>>." },
  good    = { "It is dry.", "They wetted it." },
}
