local rule = {
  api     = 1,
  summary = "many connectives of the source's kind",
  why     = [[*It should be noted that*, *in this sense*, *on his part*, *likewise*: romance and Slavic prose leads in each sentence.
One is no fault; this counts them and hints when a text has far more than English ones have.]],
  level   = "hint",
  mqm     = "awkward-style",
  measured = "1 in raw MT articles, 0 in human references; none in clean English",
  scope   = "document",
  trigger = {
    "it should be noted|stressed|emphasized|emphasised|highlighted|remembered that", "it is worth noting|mentioning|highlighting|remembering that?",
    "it must be said|noted|remembered that", "in this sense|regard|context|way|respect ,", "for his|her|its|their part ,",
    "on his|her|its|their part ,", "on the other hand ,", "in addition ,", "^ likewise", "^ thus ,", "^ furthermore", "^ moreover",
    "^ at the same time ,", "^ in turn ,", "^ in fact ,", "^ in general ,", "^ on the one hand", "^ in view of", "^ as for the",
    "^ regarding the", "^ with regard to", "^ in relation to", "^ besides ,", "^ in particular ,", "^ in conclusion ,",
  },
  options = { least = 6, share = 0.2 }, -- how many in the text, and in which share of the sentences
  message = "So many connectives are unusual in English: leave out what the order of sentences says.",
  bad = {
    { "<<It should be noted that>> it rained. In this sense, they left. For his part, he slept. On the other hand, she read. In addition, "
      .. "they ate. Likewise the dog. Furthermore, it was late.", fix = false },
    { "<<In addition,>> it rained. In addition, it froze. Moreover it was late. Furthermore it was dark. In general, they slept. Thus, he left." },
    { "<<Moreover>> it was late. Moreover it was dark. At the same time, it rained. In turn, they left. In fact, they ran. Besides, he fell." },
  },
  good = {
    "It should be noted that it rained. In addition, they ate.",
    "In this sense, they left. For his part, he slept.",
    "On the other hand, she read. Thus the day ended.",
  },
}

function rule.check(match, report, options)
  local places = {}
  for sentence, first, last in match.hits() do places[#places + 1] = { sentence, first, last, "and here" } end
  if #places < options.least then return end
  local from, to = places[1][1].index, places[#places][1].index
  if #places < options.share * (to - from + 1) then return end
  local one = table.remove(places, 1)
  report(one[1], one[2], one[3], { related = places })
end

return rule
