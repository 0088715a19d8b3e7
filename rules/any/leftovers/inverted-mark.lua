local rule = {
  api     = 1,
  summary = "an inverted question or exclamation mark",
  why     = [[Only Spanish and its neighbours open questions with ¿ and exclamations with ¡.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "¿|¡",
  message = "This mark is Spanish: delete it.",
  bad = {
    { "<<¿>>What now?", fix = "What now?" },
    { "He cried: <<¡>>Enough!", fix = "He cried: Enough!" },
    { "“<<¿>>Why?”, he asked.", fix = "“Why?”, he asked." },
  },
  good = {
    "What now?",
    "The marks “¿” and “¡” are Spanish.",
    "In Spanish, ¿ opens a question.",
  },
}

local spanish = { es = true, ca = true, gl = true, eu = true, ast = true }

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if spanish[sentence.language:match("^%a+")] then return end
  if sentence[i + 1] == nil or sentence:gap(i + 1) ~= "" or sentence:kind(i + 1) == "quote" then return end
  report(sentence, i, i,
    { edits = { { i, i + 1, sentence:text(i + 1, i + 1) } }, safe = true, title = "delete it" })
end

return rule
