local words = require "calque.words"

-- Pattern and what stands for it; nil where the sentence must be written anew.
local frames = {
  ["renounce|renounces|renounced|renouncing to"] = false,
  ["arrive|arrives|arrived|arriving to <capitalized>"] = "at or in",
  ["depend|depends|depended of"] = "on",
  ["depending of"] = "on",
  ["different of"] = "from",
  ["consist|consists|consisted in <number>|two|three|four|five|six|seven|eight|nine|ten"] = "of",
  ["participate|participates|participated|participating to the|a|this"] = "in",
  ["married with a|an|the|his|her <word>"] = "to",
  ["assist|assists|assisted|assisting to the|a|this"] = false,
  ["enter|enters|entered into the house|room|building|town|city|country"] = "",
  ["comprised|composed by"] = "of",
  ["discuss|discusses|discussed|discussing about"] = "",
  ["despite of"] = "",
  ["according with"] = "to",
  ["responsible of"] = "for",
  ["attends|attended to the meeting|summit|funeral|ceremony|match|event|conference"] = "",
  ["since two|three|four|five|six|seven|eight|nine|ten|<number> days|weeks|months|years"] = "for",
}

local function triggers()
  local list = {}
  for pattern in pairs(frames) do list[#list + 1] = pattern end
  table.sort(list)
  return list
end

local rule = {
  api     = 1,
  summary = "a preposition that the source language wants",
  why     = [[*Renunciar a*, *dépendre de*, *llegar a*, *consistir en*, *seit drei Jahren*: prepositions belong to their verb and are
not translated one by one: *give up*, *depend on*, *arrive in*, *consist of*, *for three years*.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "2 in raw MT articles, 0 in human references; 7 in rule-based es-en; none in clean English",
  trigger = triggers(),
  message = "This verb or adjective takes another preposition in English, or none.",
  bad = {
    { "He <<renounced to>> his seat in the council.", fix = false },
    { "They <<arrived to>> Rome in the rain." },
    { "It <<depends of>> the weather.", fix = "It depends on the weather." },
    { "The plan <<consists in>> three parts.", fix = "The plan consists of three parts." },
    { "They <<participated to>> the vote.", fix = "They participated in the vote." },
    { "He lives here <<since three>> years.", fix = "He lives here for three years." },
  },
  good = {
    "He renounced his seat in the council.",
    "They arrived to find the house empty.",
    "It depends on the weather.",
    "Freedom consists in doing what one ought.",
    "The first since two years ago.",
    "She has been ill ever since three weeks of rain began.",
  },
}

local function check_since(sentence, first, last, report)
  local after = sentence[last + 1]
  if after == "ago" or after == "of" or after == "before" or after == "after" or sentence[first - 1] == "ever" then return end
  report(sentence, first, first + 1, { fix = "for " .. sentence:text(first + 1, first + 1) })
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence[first] == "since" then return check_since(sentence, first, last, report) end
  local better = frames[match.pattern]
  local at = first + 1
  while at < last and not words.prepositions[sentence[at]] do at = at + 1 end
  local detail = {}
  if better == "" then
    detail.edits = { { at, at, "" } }
  elseif better and not better:find(" ", 1, true) then
    detail.edits = { { at, at, better } }
  end
  report(sentence, first, at, detail)
end

return rule
