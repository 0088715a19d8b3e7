local rule = {
  api     = 1,
  summary = "a perfect with a date in the past",
  why     = [[*Ha dicho el lunes*, *a annoncé hier*, *hat gestern gesagt*: in these languages the perfect tells what happened
yesterday. English takes the simple past with a time that is over: *said on Monday*.]],
  level   = "warning",
  mqm     = "tense",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  sets    = { days = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" } },
  trigger = "has|have <VERB> (yesterday | on|last|this @days)",
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

-- Not "has played on Monday nights".
function rule.check(match, report)
  local sentence, last = match.sentence, match.last
  if sentence:tag(last + 1) ~= "NOUN" then report(sentence, match.first, last) end
end

return rule
