local rule = {
  api     = 1,
  summary = "a currency sign behind its number",
  why     = [[*20 €*, *5.000 $* are right in Spanish, French, German, Russian. In English the sign stands before the number: *€20*.]],
  level   = "warning",
  mqm     = "currency-format",
  measured = "1 in rule-based es-en; none in clean English",
  source  = { "es", "ca", "pt", "it", "fr", "de", "nl", "pl", "cs", "ru", "uk", "fi", "sv", "is", "et", "lv", "lt", "ro" },
  trigger = "<number> €|$|£|¥",
  message = "In English the sign stands before the number.",
  bad = {
    { "They paid <<20€>> for it.", fix = "They paid €20 for it." },
    { "It costs <<3,500 $>> a month.", fix = "It costs $3,500 a month." },
    { "The fare is <<1.50 £>> now.", fix = "The fare is £1.50 now." },
  },
  good = {
    "They paid €20 for it.",
    "Of the 20 $5 notes one was false, and US$ 20 is right.",
    "It costs A$20 €10 less.",
    "They ran kill -32 $pid on it.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local after, gap = sentence:kind(last + 1), sentence:gap(last)
  if (after == "number" or after == "word") and sentence:gap(last + 1) == "" or sentence:kind(first - 1) == "symbol" and sentence:gap(first) == "" then return end
  if gap ~= "" and gap ~= " " and gap ~= "\u{A0}" and gap ~= "\u{202F}" or sentence[last + 1] == "$" then return end
  local is_group = sentence:kind(first - 1) == "number" -- 375 000 $
  report(sentence, first, last, { fix = not is_group and sentence:text(last, last) .. sentence:text(first, first) or nil })
end

return rule
