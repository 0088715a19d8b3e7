local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a relative clause that was cut off as a sentence",
  why     = [[*He met Wang. Which lasted two hours.*: a long sentence of the source was cut at the relative pronoun. Join the two, or
give the second a subject: *The meeting lasted two hours.* Columnists write so on purpose: *Which is why
nobody came. Which shows what they are worth.*]],
  level   = "warning",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "^ whose|which",
  message = "This clause hangs in the air: join it to the sentence before, or give it a subject.",
  bad = {
    { "The law passed. <<Whose>> text was secret.", fix = false },
    { "They met in the old town. <<Which>> lasted two hours.", fix = false },
    { "She wrote the report. <<Whose>> authors are not known.", fix = false },
  },
  good = {
    "The law, whose text was secret, passed.",
    "They met. Which shows how slow they are. Which is why nobody came. Which means nothing.",
    "Which boat lasted two hours?",
    "Whose boat is it? Which one won is not known.",
    "“Which lasted two hours,” he said.",
  },
}

-- "Which is why", "Which boat won": a column, or a question in another sentence.
local lasting = words.set [[lasted took lasts takes began begins started ended ends has had have were stands stood lies lay includes included consists
  consisted became becomes came comes runs ran contains contained represents represented]]

local function is_question(sentence)
  for i = #sentence, math.max(1, #sentence - 3), -1 do
    if sentence[i] == "?" then return true end
  end
  return false
end

local function has_verb(sentence, from)
  for i = from, math.min(#sentence, from + 8) do
    if words.finite_verbs[sentence[i]] then return true end
  end
  return false
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  local previous = sentence.previous
  if not previous or previous[#previous] ~= "." or not sentence.terminated or is_question(sentence) or sentence:quoted(1) then return end
  local word = sentence[i]
  if word == "which" and (not lasting[sentence[i + 1]] or #sentence < 4) then return end
  if word == "whose" and not has_verb(sentence, i + 2) then return end
  report(sentence, i, i)
end

return rule
