return {
  api     = 1,
  summary = "a message with everything in it that a format may trip over",
  why     = [[Percent 100%, {braces}, ]].."]]>"..[[, <tags> & "quotes".]],
  level   = "warning",
  mqm     = "spelling",
  message = "100%, {0}: a,b::c ]]> <b> & \"quoted\"\nline two\r\tbell \7 escape \27[31m and \239\191\191.",
  forbid  = "odd",
  bad     = { "This is <<odd>>." },
  good    = { "This is even.", "These are oddments." },
}
