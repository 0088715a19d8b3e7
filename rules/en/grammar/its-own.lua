local words = require "calque.words"

local nouns = words.set "goal goals brand brands label labels"

local rule = {
  api     = 1,
  summary = "“it's own” for “its own”",
  why     = [[*It's* is *it is* or *it has*. The possessive has no apostrophe: *a language of its own*.]],
  level   = "error",
  mqm     = "spelling",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "it's own",
  message = "The possessive has no apostrophe: “its own”.",
  bad = {
    { "The island has <<it's own>> flag.", fix = "The island has its own flag." },
    { "<<It’s own>> leaders disagree.", fix = "Its own leaders disagree." },
    { "A house on <<it's own>>, far from the road.", fix = "A house on its own, far from the road." },
  },
  good = {
    "The island has its own flag.",
    "It's Owen's flag.",
    "It's own-brand coffee.",
    "It's own goals that lost them the match.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if nouns[sentence[last + 1]] then return end
  local fix = sentence:case(first) == "lower" and "its own" or "Its own"
  report(sentence, first, last, { fix = fix, safe = true })
end

return rule
