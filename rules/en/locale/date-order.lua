local words = require "calque.words"

local months = "january|february|march|april|may|june|july|august|september|october|november|december"
local days = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

local rule = {
  api     = 1,
  summary = "a date put together as in another language",
  why     = [[*El 10 de marzo de 2020*, *el pasado viernes*, *las elecciones del 2020*: English writes *10 March 2020* or
*March 10, 2020*, *last Friday*, *the elections of 2020*.]],
  level   = "warning",
  mqm     = "date-format",
  measured = "5 in rule-based es-en; none in clean English",
  trigger = {
    "of " .. months .. " of? <number>",
    "the past " .. days,
    "the past <number> of? " .. months,
    "the last day <number>",
    "of|for|in|since|until|before|by the <number> .|,|;|:|)|is|are|was|were|and|will|has|have|of",
  },
  message = "Not an English date.",
  bad = {
    { "They met on <<10 of March of 2020>>.", fix = "They met on 10 March 2020." },
    { "In a letter of <<the past Friday>> he agreed.", fix = "In a letter of last Friday he agreed." },
    { "The plan for <<the 2020>> is ready, and the plan of <<the 2021>>, too.",
      fix = "The plan for 2020 is ready, and the plan of 2021, too." },
    { "He left <<the past 3 of May>>.", fix = "He left on 3 May." },
  },
  good = {
    "They met on 10 March 2020.",
    "Ten of March's days were dry; the 4th of July was not.",
    "The past Fridays were dry.",
    "The plan for the 2020 season is ready.",
    "It was built in the 1920s.",
    "He came in the 100, she won the 400, of course.",
  },
}

local function is_year(text)
  return text and text:find("^[12][09]%d%d$") ~= nil
end

local function check_day(sentence, first, last, report)
  if not sentence[first]:find("^%d%d?$") then return end
  local year = is_year(sentence[last]) and " " .. sentence:text(last, last) or ""
  local month = year ~= "" and (sentence[last - 1] == "of" and last - 2 or last - 1) or last
  if year == "" then return end
  report(sentence, first, last, { fix = sentence:text(first, first) .. " " .. sentence:text(month, month) .. year })
end

local function check_past(sentence, first, last, report)
  if words.days[sentence[last]] then
    return report(sentence, first, last, { fix = "last " .. sentence:text(last, last) })
  end
  if sentence[first + 2]:find("^%d%d?$") then
    report(sentence, first, last,
      { fix = "on " .. sentence:text(first + 2, first + 2) .. " " .. sentence:text(last, last) })
  end
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if words.months[sentence[first + 1]] then
    if sentence:kind(first - 1) == "number" then check_day(sentence, first - 1, last, report) end
  elseif sentence[first] == "the" and sentence[first + 1] == "past" then
    check_past(sentence, first, last, report)
  elseif sentence[first] == "the" then
    report(sentence, first, last)
  elseif is_year(sentence[first + 2]) then
    report(sentence, first + 1, first + 2, { fix = sentence:text(first + 2, first + 2) })
  end
end

return rule
