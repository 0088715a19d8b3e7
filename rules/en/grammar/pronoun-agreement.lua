local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a verb that does not agree with its pronoun",
  why     = [[*They was*, *he have*, *she do not*: the form belongs to another person. Speech is quoted as it was spoken.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = {
    "they|we was|is|has|does|am", "he|she|it have|are|do|am", "i is|are|has|does", "you is|was|has|does",
  },
  message = "The form belongs to another person or number.",
  bad = {
    { "They <<was>> late.", fix = "They were late." },
    { "Then he <<have>> three boats.", fix = "Then he has three boats." },
    { "She <<are>> not at home.", fix = "She is not at home." },
  },
  good = {
    "At noon they were late.",
    "“They was late,” he said.",
    "If he were here, and as though it were so, let it have its way.",
    "Did he have a boat? May she have one. Only then does it have a roof.",
    "Nobody like you has seen it; either he or they are right.",
    "The price he and she have paid, and all of you has gone.",
    "They insist that he have a boat and it do well.",
  },
}

local forms = {
  they = { was = "were", is = "are", has = "have", does = "do", am = "are" },
  it = { have = "has", are = "is", ["do"] = "does", am = "is" },
  i = { is = "am", are = "am", has = "have", does = "do" },
}
forms.we, forms.he, forms.she, forms.you = forms.they, forms.it, forms.it, forms.they

-- What a clause may begin with before its subject; behind "and" the pronoun may be the second of two subjects.
local clause_starts = words.set "but because although while then now today yesterday soon there thus so"

-- Only where the clause begins with the pronoun: "all of you has gone", "he and she have paid", "did he have".
function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local fix = forms[sentence[first]]
  local verb, before = sentence[last], sentence[first - 1]
  if not fix or not fix[verb] or sentence:quoted(first) or sentence:case(last) ~= "lower" or sentence:gap(last) ~= " " then return end
  if sentence[first] == "i" and sentence:text(first, first) ~= "I" then return end
  if first > 1 and not clause_starts[before] then return end
  if sentence[#sentence] == "?" or verb == "do" and sentence[last + 1] ~= "not" then return end
  report(sentence, last, last, { fix = fix[verb] })
end

return rule
