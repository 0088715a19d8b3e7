local words = require "calque.words"

local days = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

local participles = words.set [[accused admitted affirmed agreed announced appeared approved arrested arrived asked assured
  attacked become begun called cancelled closed commented condemned confirmed criticised criticized decided declared
  denied died explained fallen found given gone held highlighted indicated informed insisted killed launched left lost
  made met offered opened ordered presented published put received rejected reported resigned said sent signed started
  stated stressed taken told underlined visited voted warned won]]

local rule = {
  api     = 1,
  summary = "a perfect with a date in the past",
  why     = [[*Ha dicho el lunes*, *a annoncé hier*, *hat gestern gesagt*: in these languages the perfect tells what happened
yesterday. English takes the simple past with a time that is over: *said on Monday*.]],
  level   = "warning",
  mqm     = "tense",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = {
    "has|have <word> yesterday",
    "has|have <word> on " .. days,
    "has|have <word> last|this " .. days,
  },
  message = "With a time that is over, English takes the simple past.",
  bad = {
    { "The minister <<has resigned yesterday>>.", fix = false },
    { "Two men <<have died on Monday>> in the valley." },
    { "The court <<has rejected last Friday>> the appeal." },
  },
  good = {
    "The minister resigned yesterday.",
    "The minister has resigned.",
    "Those arrested yesterday have confessed.",
    "He has worked on Mondays only.",
    "She has played on Monday nights for years.",
  },
}

function rule.check(match, report)
  local sentence, first = match.sentence, match.first
  if participles[sentence[first + 1]] then report(sentence, first, match.last) end
end

return rule
