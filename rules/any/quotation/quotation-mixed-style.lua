local rule = {
  api     = 1,
  summary = "straight and curly quotation marks in one text",
  why     = [[A text that was put together from several engines or hands sets some quotations in straight and some in curly marks.
One style for all: the first of the rarer ones is reported, where they are rare.]],
  level   = "warning",
  mqm     = "punctuation-inconsistent",
  measured = "1 in raw MT articles, 1 in human references; 2 in rule-based es-en; 0 of 3 touch a rater's error span; 2 in clean English, 3 in clean Markdown; read elsewhere: 5 of 5 right in manuals",
  scope   = "document",
  trigger = "“|”",
  options = { least = 8, most = 0.2 },
  message = "The other quotations of this text have marks of another style.",
  bad = {
    { "“One.” “Two.” “Three.” “Four.” “Five.” “Six.” “Seven.” <<\">>Eight,\" she said.", fix = false },
    { "\"One.\" \"Two.\" \"Three.\" \"Four.\" \"Five.\" \"Six.\" \"Seven.\" <<“>>Eight,” she said." },
    { "“One.” “Two.” “Three.” “Four.” “Five.” “Six.” “Seven.” “Eight.” <<\">>Nine,\" she said, and \"Ten.\"" },
  },
  good = {
    "“One,” she said. “Two,” he said. “Three,” she said. “Four,” he said. “Five,” she said.",
    "“One,” she said. \"Two,\" he said.",
    "“One,” she said. “He called it ‘two’,” he said. “Three.” “Four.”",
  },
}

function rule.check(match, report, options)
  local straight = match.doc:count_quotations("straight-double")
  local curly = match.doc:count_quotations("curly-double")
  local rarer = straight < curly and "straight-double" or "curly-double"
  local rare = math.min(straight, curly)
  if rare == 0 or straight + curly < options.least or rare > (straight + curly) * options.most then return end
  for quotation in match.doc:quotations() do
    if quotation.style == rarer and quotation.depth == 1 then
      local mark = quotation.open or quotation.close
      return report(quotation.block, mark, mark)
    end
  end
end

return rule
