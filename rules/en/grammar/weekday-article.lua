local words = require "calque.words"

local days = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

local before = words.union(words.prepositions, words.conjunctions, words.set "every all is was be not")

local rule = {
  api     = 1,
  summary = "“the Monday” for “on Monday”",
  why     = [[*El lunes*, *le lundi*: with a day, Spanish, French and Portuguese use the article where English uses *on*.]],
  level   = "warning",
  mqm     = "grammar",
  trigger = {
    "<word> the " .. days .. " that|.|,|in|at|to|his|her|their|its|the|a",
    "^ the " .. days .. " ,|take|takes|took|published|the",
  },
  message = "English has “on” here, and no article.",
  bad = {
    { "The senator said <<the Saturday>> that she would stay.", fix = "The senator said on Saturday that she would stay." },
    { "He explained <<the Monday>> to the workers what was wrong.",
      fix = "He explained on Monday to the workers what was wrong." },
    { "<<The Thursday>>, nobody came.", fix = "On Thursday, nobody came." },
  },
  good = {
    "The senator said on Saturday that she would stay.",
    "On the Monday that followed, it rained.",
    "The Saturday market is closed.",
    "By the Friday, all was quiet.",
    "He read the Sunday papers.",
    "That was the Monday that changed all.",
  },
}

function rule.check(match, report)
  local sentence, first = match.sentence, match.first
  local article = sentence[first] == "the" and words.days[sentence[first + 1]] and first or first + 1
  if article > first and (before[sentence[first]] or sentence:case(first) ~= "lower") then return end
  if sentence:case(article + 1) == "lower" then return end
  local on = sentence:case(article) == "lower" and "on " or "On "
  report(sentence, article, article + 1, { fix = on .. sentence:text(article + 1, article + 1) })
end

return rule
