local rule = {
  api     = 1,
  summary = "a list's bullet in the middle of a paragraph",
  why     = [[Line breaks that get lost on the way through an engine leave the bullets of a list, glued to
the text: *It is new! ●The second point*.]],
  level   = "warning",
  mqm     = "markup",
  measured = "4 in raw MT articles, 5 in human references; none in clean English",
  trigger = "●|■|▪|◆|▼|▲|◎|□|◇|※",
  message = "This sign began a line in the source: break the line, or delete it.",
  bad = {
    { "It is new because of it! <<●>>The second point is old.", fix = false },
    { "Open from May <<■>>Free for children <<■>>No dogs." },
    { "The end. <<◆>>Read more about it." },
  },
  good = {
    "●The first point.\n\n●The second point.",
    "Up ▲▲ and down ▼▼ it went, 4 ■ at least.",
    "It is new because of it.",
  },
}

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  local at = i + sentence.offset
  if at == 1 or sentence:gap(i + 1) ~= "" or not sentence[i + 1] then return end
  if sentence[i - 1] == sentence[i] or sentence[i + 1] == sentence[i] then return end
  report(sentence, i, i)
end

return rule
