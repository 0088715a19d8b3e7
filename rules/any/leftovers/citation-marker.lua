local rule = {
  api     = 1,
  summary = "a chatbot's citation marker",
  why     = [[Language models cite by markers that only their own page can show: *contentReference*, *oaicite*,
*citeturn0search3*. Copied text takes them along.]],
  level   = "error",
  mqm     = "addition",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = {
    "contentreference", "oaicite", "turn0search0|turn0search1|turn0search2|turn0search3|turn0search4|turn0news0|turn0news1",
    "citeturn0search0|citeturn0search1|citeturn0search2|citeturn0search3|citeturn0search4|citeturn0news0|citeturn1search0",
  },
  message = "A marker of the chatbot that wrote this: delete it, or give the source.",
  bad = {
    { "They met in Rome <<citeturn0search3>>." },
    { "They met in Rome :<<contentReference>>[oaicite:0]." },
    { "They met in Rome <<turn0search1>>." },
  },
  good = {
    "They met in Rome.",
    "They met in Rome [1].",
    "Cite your sources in turn.",
  },
}

function rule.check(match, report)
  local sentence, first = match.sentence, match.first
  if match.pattern == "oaicite" and sentence[first - 2] == "contentreference" then return end
  report(sentence, first, match.last)
end

return rule
