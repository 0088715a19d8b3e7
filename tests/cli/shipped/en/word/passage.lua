-- Reports from "begin" to "end" in a block: spans over several lines.
local rule = {
  api     = 1,
  summary = "from begin to end",
  why     = [[A span may be long.]],
  level   = "warning",
  mqm     = "style",
  scope   = "block",
  trigger = "begin",
  bad     = { { "We <<begin here and end>> there." } },
  good    = { "Nothing.", "We begin here." },
}

function rule.check(match, report)
  for i = match.first, #match.block do
    if match.block[i] == "end" then return report(match.block, match.first, i) end
  end
end

return rule
