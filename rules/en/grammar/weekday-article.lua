local words = require "calque.words"

local days = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

local before = words.union(words.prepositions, words.conjunctions, words.set [[every all is was be not spend spends spent lose loses lost book booked keep kept move moved
  prefer preferred choose chose take took have had enjoy enjoyed make made]])

-- What shows at the beginning of a sentence that the day is not its subject.
local opening = words.set ", take takes took published the"

local rule = {
  api     = 1,
  summary = "“the Monday” for “on Monday”",
  why     = [[*El lunes*, *le lundi*: with a day, Spanish, French and Portuguese use the article where English uses *on*.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "33 in rule-based es-en; none in clean English",
  trigger = {
    "the " .. days .. " that|.|,|in|at|to|his|her|their|its|the|a",
    "^ the " .. days .. " take|takes|took|published",
    "the " .. days,
  },
  message = "English has “on” here, and no article.",
  bad = {
    { "The mayor said <<the Saturday>> that she would stay.", fix = "The mayor said on Saturday that she would stay." },
    { "He explained <<the Monday>> to the workers what was wrong.",
      fix = "He explained on Monday to the workers what was wrong." },
    { "<<The Thursday>>, nobody came.", fix = "On Thursday, nobody came." },
    { "They ate the bread of <<the Friday>>.", fix = "They ate the bread of Friday.", source = "es" },
    { "He left <<the Sunday>> with his dog.", fix = "He left on Sunday with his dog.", source = "fr" },
  },
  good = {
    "The mayor said on Saturday that she would stay.",
    "On the Monday that followed, it rained.",
    "The Saturday market is closed.",
    "By the Friday, all was quiet.",
    "He read the Sunday papers.",
    "That was the Monday that changed all.",
    "He spent the Saturday in bed, we lost the Monday to rain, and they booked the Thursday in advance.",
  },
}

local romance = words.set "es ca gl pt it fr"
local keeping = words.set "of before after when that which"

-- From those languages nearly every "the Monday" is one: "the bread of the Friday", "left the Monday in tears".
local function check_any(sentence, first, report)
  local source = sentence.doc.source_language
  local lead, after = sentence[first - 1], sentence[first + 2]
  if not source or not romance[source:match("^%a+")] or first == 1 or lead == "on" or lead == "that" or keeping[after] then return end
  if sentence:case(first - 1) ~= "lower" or sentence:case(first + 1) ~= "capitalized" then return end
  local kind = sentence:kind(first + 2)
  if kind == "word" and sentence:tag(first + 2) ~= "ADP" and not words.function_words[after] or kind == "number" or kind == "quote" then return end
  local on = words.prepositions[lead] and "" or "on "
  report(sentence, first, first + 1, { fix = on .. sentence:text(first + 1, first + 1) })
end

function rule.check(match, report)
  local sentence, first = match.sentence, match.first
  if match.last == first + 1 then return check_any(sentence, first, report) end
  local is_opening = first == 1
  if is_opening and not opening[sentence[match.last]] then return end
  if not is_opening and (before[sentence[first - 1]] or sentence:case(first - 1) ~= "lower") then return end
  if sentence:case(first + 1) == "lower" then return end
  local on = is_opening and "On " or "on "
  report(sentence, first, first + 1, { fix = on .. sentence:text(first + 1, first + 1) })
end

return rule
