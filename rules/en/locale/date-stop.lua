local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a stop behind the day of a date",
  why     = [[German, Czech, Danish, Icelandic and many others mark an ordinal by a stop: *am 12. Februar*. In English it ends the
sentence: write *12 February*.]],
  level   = "warning",
  mqm     = "date-format",
  measured = "6 in raw MT articles, 0 in human references; none in clean English",
  trigger = "^ <capitalized>&january|february|march|april|may|june|july|august|september|october|november|december",
  message = "No stop behind the day of a date.",
  bad = {
    { "It begins on <<12. February>> 2020 in the hall.", fix = "It begins on 12 February 2020 in the hall." },
    { "The vote is on Wednesday, <<22. July>>, at noon.", fix = "The vote is on Wednesday, 22 July, at noon." },
    { "He was here from <<3. October>> to <<9. November>>.", fix = "He was here from 3 October to 9 November." },
  },
  good = {
    "It begins on 12 February 2020 in the hall.",
    "They counted 12. January is a cold month.",
    "They counted 12. January 2019 was cold.",
    "She lives on floor 12. April is her month.",
    "They met on the 12th. May we come, too?",
    "It was sold in 2019. February was cold.",
    "The train leaves at 12. March left without it.",
    "It came to 12. April in Paris is lovely.",
  },
}

local before = words.union(words.days, words.set "on the from until till since")

-- These stand before any number: only in a range ("from 3. October to 9. November") they lead a date.
local in_range = words.set "to and"

-- What follows a date, and not the subject of a sentence.
local function ends_date(sentence)
  local after = sentence[2]
  return after == nil or sentence:kind(2) == "punctuation" or sentence:kind(2) == "number" and #after == 4
    or words.prepositions[after] ~= nil and sentence[1] ~= "may" and sentence[1] ~= "march"
end

function rule.check(match, report)
  local sentence = match.sentence
  local previous = sentence.previous
  if not previous or #previous < 4 or previous[#previous] ~= "." or sentence[1] == "may" and #(sentence[2] or "") ~= 4 then return end
  local day = #previous - 1
  local number = tonumber(previous[day]:match("^%d%d?$"))
  local has_year = sentence[2] and sentence[2]:find("^[12]%d%d%d$") and not words.finite_verbs[sentence[3]]
  local comes = has_year or previous[day - 1] == "," and words.days[previous[day - 2]] or before[previous[day - 1]]
    or in_range[previous[day - 1]] and words.months[previous[1]]
  if not number or number < 1 or number > 31 or not comes or not ends_date(sentence) then return end
  local first, last = previous.offset + day, sentence.offset + 1
  report(sentence.block, first, last, { fix = previous[day] .. " " .. sentence:text(1, 1) })
end

return rule
