local words = require "calque.words"

local closes = words.union(words.prepositions, words.conjunctions, words.determiners, words.auxiliaries,
  words.set ". , ; : ) ! ? – —")
local superlatives = "most|least|fewest|highest|lowest|largest|biggest|greatest|strongest|worst|best|heaviest"
local verbs = words.set "is are was were remains as be being remain became becomes"

local rule = {
  api     = 1,
  summary = "“one X that … the most” for “one of the X that …”",
  why     = [[*Uno de los barcos que más pescado trae*: when *of the* gets lost, one thing is called the most of
all. English needs the set it is taken from: *one of the boats that bring the most fish*.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "one <word> that|which|who <word> the " .. superlatives,
  message = "One out of many: “one of the … that …”.",
  bad = {
    { "Water <<is one subject that causes the most>> quarrels in the valley.", fix = false },
    { "Norland <<is one country which has the highest>> taxes." },
    { "She <<was one author who sold the most>> books that year." },
  },
  good = {
    "Water is one of the subjects that cause the most quarrels in the valley.",
    "It is one book that inspired the most famous films of the decade.",
    "It is one thing that most people agree on.",
    "He is one player that has the most to lose.",
  },
}

-- "the most famous films": an adjective and its noun, so "most" is no amount.
local function is_amount(sentence, last)
  if sentence[last] ~= "most" and sentence[last] ~= "least" then return true end
  return sentence[last + 1] ~= nil and (sentence[last + 2] == nil or closes[sentence[last + 2]] == true)
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first - 1, match.last
  if not verbs[sentence[first]] then return end
  if sentence:quoted(first) or sentence[last + 1] == "to" or not is_amount(sentence, last) then return end
  report(sentence, first, last)
end

return rule
