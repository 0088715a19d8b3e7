return {
  api     = 1,
  summary = "“teh” for “the”",
  why     = [[A slip of the fingers.]],
  level   = "error",
  mqm     = "spelling",
  safe    = true,
  swap    = { teh = "the" },
  bad     = { { "He saw <<teh>> ship.", fix = "He saw the ship." } },
  good    = { "He saw the ship.", "The word is spelt t-e-h." },
}
