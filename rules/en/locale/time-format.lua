local rule = {
  api     = 1,
  summary = "a time of day written as in another language",
  why     = [[*15h30* (French, Spanish, Portuguese), *15.30 h*, *14:00 hours* and *las 10 de la noche*: English writes
*3.30 p.m.* or *15:30*, and *ten at night*.]],
  level   = "warning",
  mqm     = "time-format",
  trigger = {
    "at|from|until|till|by|since|around|about|to|the|and|before|after <number>",
    "<number> h|hs|hrs .|,",
    "<number> in the night",
  },
  message = "Not an English time of day: “15:30” or “3.30 p.m.”.",
  bad = {
    { "It begins at <<15h30>> in the hall.", fix = "It begins at 15:30 in the hall." },
    { "The shop is open from <<9h00>> on.", fix = "The shop is open from 9:00 on." },
    { "They came at <<10 in the night>>.", fix = "They came at 10 at night." },
    { "It ended at <<20.30 h>>.", fix = "It ended at 20:30." },
  },
  good = {
    "It begins at 15:30 in the hall.",
    "It ended at 20:30.",
    "A steady speed of 30 km/h.",
    "They came at 10 in the evening.",
    "He worked at 50 until he fell.",
  },
}

local function check_hour(sentence, i, report)
  local hour, minute = sentence[i]:match("^(%d%d?)h(%d%d)$")
  if hour then report(sentence, i, i, { fix = hour .. ":" .. minute }) end
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence[last] == "night" then
    report(sentence, first, last, { fix = sentence:text(first, first) .. " at night" })
  elseif sentence:kind(first) == "number" then
    local hour, minute = sentence[first]:match("^(%d%d?)[.:](%d%d)$")
    if hour then report(sentence, first, last - 1, { fix = hour .. ":" .. minute }) end
  else
    check_hour(sentence, last, report)
  end
end

return rule
