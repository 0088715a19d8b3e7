local words = require "calque.words"

-- What opens the clause itself. Anything else ("in 2003,", "today,") may be an aside with two commas.
local opens = words.union(words.articles, words.demonstratives, words.possessives, words.subject_pronouns,
  words.set "there nobody everybody many most some")

local rule = {
  api     = 1,
  summary = "a comma between “that is why” and its clause",
  why     = [[*Por eso, el alcalde …*, *C'est pourquoi, …*: where the source has a connective with a comma, English
*that is why* is the beginning of the clause and takes none.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = { "that|this|which is why ,", "that's why ,", "^ despite|notwithstanding the fact that ,",
    "^ that is the reason why ," },
  message = "No comma here: the clause goes on.",
  bad = {
    { "<<That is why,>> the mayor closed the bridge.", fix = "That is why the mayor closed the bridge." },
    { "<<This is why,>> Lee left the party.", fix = "This is why Lee left the party." },
    { "It rained for a week, <<which is why,>> they stayed at home.",
      fix = "It rained for a week, which is why they stayed at home." },
  },
  good = {
    "That is why the mayor closed the bridge.",
    "That is why, in 2003, the mayor closed the bridge.",
    "That is why, the mayor says, the bridge is closed.",
    "This is why, ladies and gentlemen, we are here.",
    "I want to know why, he said.",
  },
}

local function begins_clause(sentence, first)
  if not opens[sentence[first]] and sentence:case(first) == "lower" then return false end
  for i = first + 1, first + 6 do
    if sentence[i] == "," then return false end
  end
  return sentence:kind(first) == "word"
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if begins_clause(sentence, last + 1) then
    report(sentence, first, last, { fix = sentence:text(first, last - 1) })
  end
end

return rule
