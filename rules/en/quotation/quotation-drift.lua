local rule = {
  api     = 1,
  summary = "one statement quoted twice in different words",
  why     = [[A quotation that went through two languages, or through a paraphraser, comes back in other words; when it
stands in the text twice, the two do not agree and neither is what was said. Quote the original once.]],
  level   = "error",
  mqm     = "inconsistency",
  scope   = "document",
  options = { least = 0.6, quoted = 6 },
  message = "This is quoted twice in different words: which of the two was said?",
  bad = {
    { "Moreno “stressed the importance of keeping the harbour open to ships of all nations in winter”.\n\n"
      .. "<<That was why Moreno underlined the importance of keeping the harbour open to the ships of all nations "
      .. "in winter, the office said.>>" },
    { "“We will repair the old bridge before the first snow falls in the valley,” Lee said.\n\nIt rained.\n\n"
      .. "<<“We shall repair the old bridge before the first snow falls in the valley,” Lee told reporters.>>" },
    { "The mayor “wants to sell the empty market hall to the farmers of the district”. It rained. "
      .. "<<The mayor hopes to sell the empty market hall to farmers of the district.>>" },
  },
  good = {
    "“We will repair the old bridge before the first snow falls in the valley,” Lee said.\n\nIt rained.",
    "We will repair the old bridge before the first snow falls.\n\nWe shall repair the old bridge before the first "
      .. "snow falls.",
    "“We will repair the old bridge before the first snow falls in the valley.”\n\n"
      .. "“We will repair the old bridge before the first snow falls in the valley.”",
    "The “old bridge” fell on Monday and nobody saw the first stones drop into the water.\n\nThe old bridge fell "
      .. "on Monday and nobody saw the last stones drop into the water.",
  },
}

local function count_quoted(sentence)
  local count = 0
  for i = 1, #sentence do
    if sentence:quoted(i) and sentence:kind(i) == "word" then count = count + 1 end
  end
  return count
end

function rule.check(match, report, options)
  if not match.doc:quotations()() then return end
  for first, second, _, identical in match.doc:repeats(options.least) do
    local quoted = identical and 0 or math.max(count_quoted(first), count_quoted(second))
    if quoted >= options.quoted then
      report(second, 1, #second, { related = { { first, 1, #first, "first time here" } } })
    end
  end
end

return rule
