local words = require "calque.words"

local short = words.set [[better worse bigger smaller larger higher lower older younger longer shorter stronger weaker faster slower cheaper easier
harder richer poorer greater lesser safer wider deeper closer warmer colder hotter heavier lighter happier newer earlier later nicer
simpler smarter tougher taller healthier busier sooner]]

local adverbs = words.set "later earlier sooner"

local rule = {
  api     = 1,
  summary = "a comparative compared once more",
  why     = [[*Más mejor*, *plus grand* word by word: *more better*. One of the two says it.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  sets    = { short = short },
  trigger = { "more @short", "most best|worst|biggest|largest|highest|oldest|strongest|fastest|greatest|easiest|hardest|richest|poorest" },
  message = "Compared twice: leave out “more” or “most”.",
  bad = {
    { "The new boat is <<more faster>>.", fix = "The new boat is faster." },
    { "It is <<more better>> than the old one.", fix = "It is better than the old one." },
    { "He has the <<most biggest>> house.", fix = "He has the biggest house." },
  },
  good = {
    "The new boat is faster, and more later.",
    "There are more older people than young ones, and more smaller boats.",
    "Two more, better boats came.",
    "They want more, faster.",
    "The more older guests come, the more they eat, and they eat more earlier in the day, and more sooner or later.",
  },
}

-- "The more older guests come, the more they eat"
local function is_correlative(sentence, i)
  for k = i, #sentence do
    if sentence[k] == "the" and sentence[k - 1] == "," then return true end
  end
  return false
end

-- "more older people": more of them; "a more better life" is wrong.
function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:gap(last) == "" or sentence:emphasized(first) then return end
  local before, upos = sentence[first - 1], sentence:tag(last + 1)
  local is_article = before == "a" or before == "an" or before == "the" or before == "much"
  local ends = sentence[last + 1] == "than" or upos == "PUNCT" or upos == "ADP" or upos == "CCONJ" or upos == "SCONJ"
  local is_wrong = sentence[first] == "most" and before == "the" or is_article or ends
  if not is_wrong or adverbs[sentence[last]] or before == "the" and is_correlative(sentence, last + 1) then return end
  report(sentence, first, last, { fix = sentence:text(last, last) })
end

return rule
