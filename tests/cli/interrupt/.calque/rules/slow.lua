local rule = {
  api     = 1,
  summary = "a rule that takes its time",
  why     = [[So that there is time to interrupt it.]],
  level   = "warning",
  mqm     = "style",
  scope   = "document",
  bad     = { "<<slow>>" },
  good    = { "fast", "not that fast" },
}

function rule.check(match, report)
  local sum = 0
  for i = 1, 4000000 do sum = sum + i end
  for sentence in match.doc:sentences() do
    if sentence[1] == "slow" then report(sentence, 1) end
  end
end

return rule
