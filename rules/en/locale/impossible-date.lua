local long = "february|april|june|september|november"

local rule = {
  api     = 1,
  summary = "a day that no month has",
  why     = [[*31 September*, *30 February*: a number went wrong on its way. Look it up in the source.]],
  level   = "error",
  mqm     = "date-format",
  measured = "1 in raw MT articles, 0 in human references; 1 of 2 touch a rater's error span; none in clean English",
  trigger = {
    "31|31st of? " .. long, "30|30th of? february", long .. " 31|31st", "february 30|30th",
    "32|33|34|35|36|37|38|39 january|march|may|july|august|october|december|" .. long,
  },
  message = "There is no such day: look it up in the source.",
  bad = {
    { "They met on <<31 September>> in Riga.", fix = false },
    { "They met on <<February 30>>, 2020.", fix = false },
    { "It ended on the <<31st of April>>." },
  },
  good = {
    "They met on 30 September in Riga.",
    "They met on February 28, 2020, and 31 January.",
    "He is 31. September was cold.",
    "In the year of 31 june bugs came.",
    "About 35 May flowers.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  for i = first, last do
    if sentence:kind(i) == "word" and sentence[i] ~= "of" and not sentence[i]:find("^%d") and sentence:case(i) ~= "capitalized" then return end
  end
  if sentence:gap(last) ~= " " or sentence:case(last + 1) == "lower" and not sentence:kind(last):find("number") and sentence:tag(last + 1) == "NOUN" then return end
  if sentence:text(first, first):find("^3[2-9]") and sentence:tag(last + 1) == "NOUN" then return end
  report(sentence, first, last)
end

return rule
