local rule = {
  api     = 1,
  summary = "a sign that belongs to no word",
  why     = [[A tilde, a caret, an underscore or an at sign glued to the end of a word is the rest of markup or of a token that an
engine could not read.]],
  level   = "warning",
  mqm     = "typography",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "~|^|_|@",
  message = "This sign is left over: delete it.",
  bad = {
    { "The new<<~>> law was passed.", fix = "The new law was passed." },
    { "The port was badly<<_>> damaged in May.", fix = "The port was badly damaged in May." },
    { "It is more than 40<<^>> years old.", fix = "It is more than 40 years old." },
    { "They live in the<<@>> old town.", fix = "They live in the old town." },
  },
  good = {
    "The new law was passed.",
    "About ~40 people came, or x^2 of them.",
    "Write to port@example.com or sell 5 @ 2.",
    "Set `_name` and fileName_ to no, write \\_can\\_ instead, and drop trace\\_sync\\_io\\_ from it.",
    "“Byeee~” she wrote.",
  },
}

-- _can_, trace_sync_io_: an identifier.
local function has_underscores(sentence, i)
  for k = i - 1, 1, -1 do
    if sentence[k]:find("_", 1, true) then return true end
    if sentence:gap(k) ~= "" then return false end
  end
  return false
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  local before = sentence:kind(i - 1)
  if before ~= "word" and before ~= "number" and sentence[i - 1] ~= "," and sentence[i - 1] ~= ")" then return end
  -- At the end of a sentence it may be a wave, in front of a sign a formula.
  local after = sentence:kind(i + 1)
  if sentence:gap(i) ~= "" or sentence:gap(i + 1) ~= " " then return end
  if after ~= "word" and not (before == "word" and #sentence[i - 1] > 2 and (after == "number" or after == "quote")) then return end
  if sentence:quoted(i) and sentence[i] == "~" or sentence:emphasized(i) then return end
  if sentence[i] == "_" and before == "word" and (sentence:case(i - 1) == "mixed" or sentence[i + 1] == "in" or has_underscores(sentence, i)) then return end
  report(sentence, i, i, { edits = { { i - 1, i, sentence:text(i - 1, i - 1) } }, title = "delete it" })
end

return rule
