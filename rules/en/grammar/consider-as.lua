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
  sets    = { complements = complements },
  trigger = "~consider object=<word>{1,4} as @complements",
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

-- A name or one noun with its article.
local function is_object(sentence, first, last)
  for i = first, last do
    local word = sentence[i]
    if stops[word] or word == "as" or word:sub(-3) == "ing" then return false end
  end
  return true
end

function rule.check(match, report)
  local sentence, first, last, object = match.sentence, match.first, match.last, match.parts.object
  if not is_object(sentence, object.first, object.last) or sentence[last + 1] == "whole" then return end
  report(sentence, first, last, { fix = sentence:text(first, object.last) .. " " .. sentence:text(last, last) })
end

return rule
