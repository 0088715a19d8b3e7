local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a verb that reports nothing in English",
  why     = [[*Manifestó que*, *il a précisé que*, *sentenció*: rendered word by word, the verb is one that English does not report with.
*Said* is nearly always right.]],
  level   = "warning",
  mqm     = "unidiomatic-style",
  measured = "1 in raw MT articles, 1 in human references; 5 in rule-based es-en; none in clean English",
  trigger = {
    "manifested|precised|sentenced|manifests|precises that",
    "informed that",
    "as has|have informed|assured|indicated|manifested|affirmed",
    "as it|he|she|they informed",
    "<close> , sentenced|manifested|precised",
  },
  message = "English reports with “said”, or with a verb that takes whom it was told.",
  bad = {
    { "The mayor <<manifested that>> he would go.", fix = "The mayor said that he would go." },
    { "Then he <<precised that>> it was late.", fix = "Then he said that it was late." },
    { "The police <<informed that>> the road was closed.", fix = "The police said that the road was closed." },
    { "The road is closed, <<as has informed>> the mayor.", fix = false },
    { "“We won”, <<sentenced>> the coach.", fix = "“We won”, said the coach." },
  },
  good = {
    "The mayor said that he would go.",
    "He was informed that the road was closed.",
    "They kept him informed that week, and were well informed that day.",
    "Nobody had been informed that it was late.",
    "He sentenced that man to a year.",
    "The force manifested that day was great.",
  },
}

local passive = words.union(words.be, words.set "get got gets getting keep kept keeps keeping feel felt not fully well also already only duly first never ever fully being newly")

-- "The police informed that": who informs stands before it, and no one is told.
local function is_active(sentence, i)
  local before = sentence[i - 1]
  if not before or sentence:kind(i - 1) ~= "word" or passive[before] or words.object_pronouns[before] and before ~= "it" and before ~= "you" then return false end
  if before:find("ly$") or before == "and" or before == "or" then return false end
  for k = i - 1, math.max(1, i - 6), -1 do
    if words.be[sentence[k]] or sentence[k] == "keep" or sentence[k] == "kept" or sentence[k] == "keeping" then return false end
  end
  return true
end

local nouns = words.set "day week month year night morning evening time man woman boy girl house place moment"

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence[first] == "as" then
    if not words.object_pronouns[sentence[last + 1]] then report(sentence, first, last) end
    return
  end
  if sentence:role(first) == "close" then
    return report(sentence, last, last, { fix = "said" })
  end
  if nouns[sentence[last + 1]] or not is_active(sentence, first) then return end
  local form = sentence[first]:find("ed$") and "said" or "says"
  report(sentence, first, last, { fix = form .. " that" })
end

return rule
