local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "spaces between the groups of a number",
  why     = [[*12 000* is right in French, Spanish or Russian; English groups by commas: *12,000*. A space is scientific style at
best, so this is only for texts that come from one of those languages.]],
  level   = "warning",
  mqm     = "number-format",
  measured = "10 in raw MT articles, 0 in human references; 5 in rule-based es-en; 10 of 12 touch a rater's error span; none in clean English",
  source  = { "es", "ca", "pt", "it", "fr", "de", "ru", "uk", "pl", "cs" },
  trigger = "<number> <number>",
  message = "English groups digits by commas.",
  bad = {
    { "More than <<12 000>> people came.", fix = "More than 12,000 people came." },
    { "The fund holds <<45\u{A0}000\u{A0}000>> crowns.", fix = "The fund holds 45,000,000 crowns." },
    { "It cost <<1 250 000>> crowns.", fix = "It cost 1,250,000 crowns." },
  },
  good = {
    "More than 12,000 people came.",
    "In 2010 150 people came.",
    "Call 020 555 100 or 12 555 100 40.",
    "The score was 10 000 to nothing, wrote nobody: 1,000 it was.",
  },
}

-- 12 000: one to three digits, then groups of three, and a noun behind them.
function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if not sentence[i]:find("^[1-9]%d?%d?$") or sentence:kind(i - 1) == "number" then return end
  local last = i
  while sentence:kind(last + 1) == "number" and sentence[last + 1]:find("^%d%d%d$") do last = last + 1 end
  if last == i or sentence:kind(last + 1) == "number" then return end
  local is_bound = sentence:gap(i + 1) ~= " "
  local is_counted = sentence:kind(last + 1) == "word" and sentence:case(last + 1) == "lower"
    and not words.function_words[sentence[last + 1]]
  local is_alone = sentence:kind(i - 1) ~= "word" or sentence:case(i - 1) == "lower"
  if is_alone and (is_bound or is_counted) and last - i < 4 then
    report(sentence, i, last, { fix = (sentence:text(i, last):gsub("[^%d]+", ",")) })
  end
end

return rule
