-- Every "again" but the first, which is shown with it.
local rule = {
  api     = 1,
  summary = "“again” again",
  why     = [[Once is enough.]],
  level   = "warning",
  mqm     = "style",
  scope   = "document",
  trigger = "again",
  bad     = { { "Again and <<again>>.", fix = false } },
  good    = { "Again.", "Against the wind." },
}

function rule.check(match, report)
  local first
  for sentence in match.doc:sentences() do
    for i = 1, #sentence do
      if sentence[i] == "again" and first then
        report(sentence, i, i, { related = { { first[1], first[2], first[2], "first time here" } } })
      elseif sentence[i] == "again" then
        first = { sentence, i }
      end
    end
  end
end

return rule
