local verbs = "said|affirmed|commented|added|explained|stated|declared|assured|pointed|insisted|concluded"
  .. "|indicated|noted|warned|stressed|remarked|replied|answered|signalled|signaled|emphasized|emphasised"
  .. "|announced|confirmed|admitted|acknowledged|claimed|recalled|reiterated|underlined|highlighted|lamented|complained"
  .. "|promised|maintained|argued|recognised|recognized|criticised|criticized|revealed|reported|recounted|specified"

local rule = {
  api     = 1,
  summary = "an attribution without a speaker",
  why     = [[Spanish, Italian, Portuguese and Japanese leave out a known subject: *«…», afirmó.* English needs one:
*“…,” she said.*]],
  level   = "error",
  mqm     = "grammar",
  measured = "12 in rule-based es-en; none in clean English",
  trigger = {
    "<close> ,? " .. verbs .. " . $",
    ", <close> " .. verbs .. " . $",
    "<close> , " .. verbs .. " , according to",
  },
  message = "Who said it? Put the speaker before the verb.",
  bad = {
    { "“We will come back”, <<affirmed>>." },
    { "\"The road is closed,\" <<said>>." },
    { "“Nobody called us”, <<commented>>, according to the paper." },
    { "“The case is over” <<concluded>>." },
  },
  good = {
    "“We will come back”, she said.",
    "“The road is closed,” said the mayor.",
    "“The road is closed”, Lee said.",
    "It was, as the “sources” said.",
  },
}

function rule.check(match, report)
  local sentence = match.sentence
  for i = match.first, match.last do
    if sentence:kind(i) == "word" then
      -- Behind one quoted word the verb may be the sentence's own: as the "sources" said.
      local quotation = sentence:quotation(match.first)
      local is_long = not quotation or not quotation.open or not quotation.close
        or quotation.close - quotation.open > 3
      if is_long then report(sentence, i) end
      return
    end
  end
end

return rule
