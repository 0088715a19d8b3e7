return {
  api     = 1,
  summary = "“eventual” from German “eventuell”",
  why     = [[German *eventuell* is *possible*.]],
  level   = "warning",
  mqm     = "false-friend",
  source  = "de",
  swap    = { eventual = "possible" },
  bad     = { { "An <<eventual>> delay.", fix = "An possible delay." } },
  good    = { "A possible delay.", "They came eventually." },
}
