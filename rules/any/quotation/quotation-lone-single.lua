local words = require "calque.words"

local elided = words.set "tis twas twere twill em til cause bout cos round n"

local rule = {
  api     = 1,
  summary = "a single quotation mark that nothing closes",
  why     = [[Behind a colon and before a capital, ' opens a quotation. Where none closes it, either the end was lost or the mark
does not belong there.]],
  level   = "error",
  mqm     = "punctuation",
  measured = "2 in raw MT articles, 0 in human references; none in clean English",
  trigger = ": '|‘|’ <capitalized>|i",
  message = "This quotation is never closed.",
  bad = {
    { "The manager: <<'>>We know the road well.", fix = false },
    { "She wrote: <<'>>The bridge is safe and the road is open." },
    { "To quote him: <<‘>>Nobody came to the meeting." },
  },
  good = {
    "The manager: 'We know the road well.'",
    "The manager: 'We know the road well.\n\n'And we know the town.'",
    "She sang: 'Twas a long way home.",
    "He said: ‘The dogs’ kennel is closed.’",
  },
}

function rule.check(match, report)
  local sentence, mark = match.sentence, match.first + 1
  if elided[sentence[match.last]] then return end
  local quotation = sentence:quotation(mark)
  if quotation and (quotation.close or quotation.continued) then return end
  local below = sentence.block.next
  if below and below[1] == sentence[mark] then return end
  report(sentence, mark, mark)
end

return rule
