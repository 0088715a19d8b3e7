-- The hours as one word: 15h30, 9h05.
local function clock_times()
  local list = {}
  for hour = 0, 23 do
    for minute = 0, 55, 5 do
      list[#list + 1] = ("%dh%02d"):format(hour, minute)
      if hour < 10 then list[#list + 1] = ("0%dh%02d"):format(hour, minute) end
    end
  end
  return table.concat(list, "|")
end

local before = { at = true, from = true, ["until"] = true, till = true, by = true, since = true, around = true, about = true,
  to = true, the = true, ["and"] = true, before = true, after = true }

-- Behind these a time stands, and no duration: "it lasted 3.45 hrs".
local at_time = { at = true, from = true, ["until"] = true, till = true, since = true, before = true, after = true, ["and"] = true,
  ["-"] = true, ["–"] = true }

local romance = { es = true, ca = true, gl = true, pt = true, it = true, fr = true }

local rule = {
  api     = 1,
  summary = "a time of day written as in another language",
  why     = [[*15h30* (French, Spanish, Portuguese), *15.30 h*, *14:00 hours* and *las 10 de la noche*: English writes
*3.30 p.m.* or *15:30*, and *ten at night*.]],
  level   = "warning",
  mqm     = "time-format",
  measured = "5 in rule-based es-en; none in clean English",
  trigger = {
    clock_times(),
    "h|hs|hrs .|,",
    "the night",
    "to the <number>",
  },
  message = "Not an English time of day: “15:30” or “3.30 p.m.”.",
  bad = {
    { "It begins at <<15h30>> in the hall.", fix = "It begins at 15:30 in the hall." },
    { "The shop is open from <<9h00>> on.", fix = "The shop is open from 9:00 on." },
    { "They came at <<10 in the night>>.", fix = "They came at 10 at night." },
    { "It ended at <<20.30 h>>.", fix = "It ended at 20:30." },
    { "They came <<to the 4:40>> with bread.", fix = "They came at 4:40 with bread.", source = "es" },
  },
  good = {
    { "They added it to the 4:40 train, and to the 12 boats.", source = "es" },
    "It begins at 15:30 in the hall.",
    "It ended at 20:30, and from 08H00 it is open.",
    "A steady speed of 30 km/h.",
    "They came at 10 in the evening.",
    "He worked at 50 until he fell.",
    "The race lasted 3.45 hrs, and the winner took 2:30 h.",
    "He wrote 10 in the night.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local word = sentence[first]
  if word == "the" then
    if sentence[first - 1] ~= "in" or sentence:kind(first - 2) ~= "number" then return end
    if not before[sentence[first - 3]] then return end -- "he wrote 10 in the night"
    return report(sentence, first - 2, last, { fix = sentence:text(first - 2, first - 2) .. " at night" })
  end
  if word == "to" then
    local source = match.doc.source_language
    if not source or not romance[source:match("^%a+")] or not sentence[last]:find("^%d%d?:%d%d$") then return end
    if (sentence:tag(last + 1)) == "NOUN" then return end -- "the 4:40 train"
    return report(sentence, first, last, { fix = "at " .. sentence:text(last, last) })
  end
  if last == first then
    -- 08H00 is how offices write it.
    if before[sentence[first - 1]] and sentence:text(first, first):find("h", 1, true) then report(sentence, first, first, { fix = (word:gsub("h", ":")) }) end
    return
  end
  local hour, minute = (sentence[first - 1] or ""):match("^(%d%d?)[.:](%d%d)$")
  if hour and at_time[sentence[first - 2]] then report(sentence, first - 1, first, { fix = hour .. ":" .. minute }) end
end

return rule
