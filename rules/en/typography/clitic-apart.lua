local rule = {
  api     = 1,
  summary = "a space before 's",
  why     = [[Tools that cut text into tokens set *'s*, *'ve* and *'m* apart, and engines learned it from them: *the children 's
room*, *I 've*. They are a part of the word before.]],
  level   = "warning",
  mqm     = "whitespace",
  measured = "7 in raw MT articles, 0 in human references; 3 of 9 touch a rater's error span; none in clean English",
  trigger = "<word> <spaced>&' <glued>&s|ve|re|ll|m",
  message = "No space before this ending.",
  bad = {
    { "It is the <<children 's>> room.", fix = "It is the children's room." },
    { "I think <<I ’ve>> seen it.", fix = "I think I’ve seen it." },
    { "The <<mayor 's>> house is where <<they 're>> now.", fix = "The mayor's house is where they're now." },
  },
  good = {
    "It is the children's room, and I've seen it.",
    "She wrote 's' and 've' on the board.",
    "They sang ’s Heerenberg.",
  },
}

-- "the 's": the ending as such.
local articles = { the = true, a = true, an = true, letter = true, of = true, ["and"] = true, ["or"] = true }

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:role(first + 1) ~= "apostrophe" or articles[sentence[first]] or sentence:case(last) ~= "lower" then return end
  if not sentence[last + 1] or sentence:gap(last + 1) ~= " " or sentence:case(last + 1) == "capitalized" then return end
  report(sentence, first, last, {
    fix = sentence:text(first, first) .. sentence:text(first + 1, first + 1) .. sentence:text(last, last), safe = true,
  })
end

return rule
