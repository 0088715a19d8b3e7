return {
  api     = 1,
  summary = "“utilise” for “use”",
  why     = [[The short word says the same.]],
  level   = "warning",
  mqm     = "register",
  swap    = { utilise = "use", ["make utilisation of"] = "use" },
  bad     = { { "We <<utilise>> boats.", fix = "We use boats." } },
  good    = { "We use boats.", "Utilities are boats." },
}
