local clause = require "calque.clause"
local words = require "calque.words"

local mark = " <glued>&,|;|:|! "

local rule = {
  api     = 1,
  summary = "a mark inside a name or between a quantity and what it counts",
  why     = [[*The United, States*, *a small group, of farmers*, *40, km*, *120; to 150 ft*: what belongs together is parted by a mark
that an engine put there. Names that may end one thing and begin another (*Mr White, House speaker*) are not in the table.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = {
    "united" .. mark .. "states|kingdom|nations|arab", "arab" .. mark .. "emirates|league", "european" .. mark .. "union|commission",
    "prime" .. mark .. "minister", "supreme" .. mark .. "court", "great" .. mark .. "britain", "saudi" .. mark .. "arabia",
    "new" .. mark .. "york|zealand|jersey|delhi|mexico|orleans", "los" .. mark .. "angeles", "las" .. mark .. "vegas",
    "san" .. mark .. "francisco|diego|marino|salvador", "hong" .. mark .. "kong", "sri" .. mark .. "lanka", "costa" .. mark .. "rica",
    "puerto" .. mark .. "rico", "el" .. mark .. "salvador", "burkina" .. mark .. "faso", "sierra" .. mark .. "leone",
    "group|number|lot|kind|type|majority|pair|series|variety|percentage|share|set|piece|amount|range|portion" .. mark .. "<spaced>&of",
    "<number>" .. mark .. "<spaced>&km|kg|cm|mm|km²|metres|meters|kilometres|kilometers|kilograms",
    "<number> <glued>&;|: to <number>",
    "<glued>&; <spaced>&himself|herself|itself|themselves|yourself|myself|ourselves",
    "because <glued>&, of",
  },
  message = "No mark can stand here: delete it.",
  bad = {
    { "The United<<,>> States leads with four million.", fix = "The United States leads with four million." },
    { "A baker fed a small group<<,>> of farmers.", fix = "A baker fed a small group of farmers." },
    { "The old wall is about 40<<,>> km long.", fix = "The old wall is about 40 km long." },
    { "The baker taught<<;>> himself to read.", fix = "The baker taught himself to read." },
    { "It was closed because<<,>> of the heavy rain.", fix = "It was closed because of the heavy rain." },
  },
  good = {
    "The United States leads with four million.",
    "A group, of course, came, and a number, of whom few stayed.",
    "He left because, of all people, she had come.",
    "It was the majority, of which he was one.",
    "She did it; himself he would not have tried; itself it was nothing.",
    "The cook sang; herself a widow, the baker listened.",
    "She sold the mill because, of the two, it was harder to run.",
  },
}

local relative = words.set "course which whom these those this all late them"

-- "a number, of whom few stayed", "a group, of course, came"
local function is_insertion(sentence, i)
  if sentence[i + 1] ~= "of" then return false end
  local chooses = sentence[i + 2] == "the" and words.number_words[sentence[i + 3]] -- "because, of the two, it was cheaper"
  if relative[sentence[i + 2]] or sentence[i - 1] == "because" then return relative[sentence[i + 2]] or chooses end
  for k = i + 2, i + 6 do
    if sentence[k] == "," then return true end
  end
  local before = sentence:tag(i - 2)
  return before ~= "DET" and before ~= "ADJ"
end

-- "himself he would not have tried", "herself a widow, the baker listened"
local function begins_clause(sentence, i)
  if clause.has_auxiliary(sentence, i) or words.subject_pronouns[sentence[i]] then return true end
  for k = i + 2, words.articles[sentence[i]] and i + 5 or 0 do
    if sentence[k] == "," then return true end
  end
  return false
end

function rule.check(match, report)
  local sentence = match.sentence
  local i = match.first + (sentence[match.first] == ";" and 0 or 1)
  if sentence:emphasized(i) or sentence.block.type ~= "paragraph" or is_insertion(sentence, i) then return end
  if words.reflexive_pronouns[sentence[i + 1]] and begins_clause(sentence, i + 2) then return end
  report(sentence, i, i, { edits = { { i - 1, i, sentence:text(i - 1, i - 1) } }, title = "delete it" })
end

return rule
