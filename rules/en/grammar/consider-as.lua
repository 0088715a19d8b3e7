local words = require "calque.words"
local set = words.set

local complements = words.union(words.possessives, set [[one part being an a the essential key crucial vital fundamental
  important necessary legitimate illegal legal valid dangerous responsible guilty unacceptable inevitable]])
local stops = words.union(words.finite_verbs, words.relative_pronouns, words.coordinators, set [[to in for how on with
  from by whether when not]])

local rule = {
  api     = 1,
  summary = "“consider X as Y” for “consider X Y”",
  why     = [[*Considera a X como parte*, *considère X comme*, *betrachtet X als*: English *consider* takes no *as*
(*considers X part of Y*); *regard*, *see* and *treat* do.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "1 in raw MT articles, 1 in human references; 0 of 1 touch a rater's error span; none in clean English",
  trigger = "consider|considers|considered|considering",
  message = "“consider” takes no “as”: leave it out, or write “regard … as”.",
  bad = {
    { "The town <<considers the valley as its>> own.", fix = "The town considers the valley its own." },
    { "She <<considers Norland as part>> of the league.", fix = "She considers Norland part of the league." },
    { "They <<considered him as a>> traitor.", fix = "They considered him a traitor." },
  },
  good = {
    "The town considers the valley its own.",
    "The town regards the valley as its own.",
    "Considered as a whole, the plan works.",
    "They considered the cost as well as the time.",
    "He was considered for the post as a deputy.",
    "They considered leaving as the rain grew stronger.",
  },
}

-- The object: a name or one noun with its article; the "as" directly behind it.
local function place_of_as(sentence, first)
  for i = first, first + 4 do
    local word = sentence[i]
    if word == "as" then return i > first and i or nil end
    if not word or sentence:kind(i) ~= "word" or stops[word] or word:sub(-3) == "ing" then return nil end
  end
end

function rule.check(match, report)
  local sentence, first = match.sentence, match.first
  local as = place_of_as(sentence, first + 1)
  if not as or not complements[sentence[as + 1]] then return end
  if sentence[as + 2] == "whole" then return end
  report(sentence, first, as + 1, { fix = sentence:text(first, as - 1) .. " " .. sentence:text(as + 1, as + 1) })
end

return rule
