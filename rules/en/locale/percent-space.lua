local rule = {
  api     = 1,
  summary = "a space between number and per cent sign",
  why     = [[*50 %* is right in Spanish, French, German and Russian. In English the sign stands at the number. Science
sets the space everywhere, so this is only for texts that come from one of those languages.]],
  level   = "warning",
  mqm     = "number-format",
  measured = "6 in raw MT articles, 0 in human references; 9 in rule-based es-en; 4 of 10 touch a rater's error span; none in clean English",
  source  = { "es", "ca", "pt", "it", "fr", "de" },
  trigger = "%",
  message = "No space before the per cent sign in English.",
  bad = {
    { "It rose by <<50 %>> in May.", fix = "It rose by 50% in May." },
    { "A <<32.5 %>> share is enough.", fix = "A 32.5% share is enough." },
    { "Only <<8\u{A0}%>> voted.", fix = "Only 8% voted." },
  },
  good = {
    "It rose by 50% in May.",
    "It rose by 50 per cent in May.",
    "Print 7 %s and %d there.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first - 1, match.last
  if sentence:kind(first) == "number" and sentence:gap(last) ~= "" then
    report(sentence, first, last, { fix = sentence:text(first, first) .. "%", safe = true })
  end
end

return rule
