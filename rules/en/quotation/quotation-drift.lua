local rule = {
  api     = 1,
  summary = "one statement quoted twice in different words",
  why     = [[A quotation that went through two languages, or through a paraphraser, comes back in other words; when it
stands in the text twice, the two do not agree and neither is what was said. Quote the original once.]],
  level   = "error",
  mqm     = "inconsistency",
  measured = "1 in raw MT articles, 0 in human references; 2 in clean Markdown",
  scope   = "document",
  options = { least = 0.6, quoted = 6, pairs = 500 },
  message = "This is quoted twice in different words: which of the two was said?",
  bad = {
    { "Moreno “asks every village of the valley to send two carts of gravel for the new road”.\n\nIt rained.\n\n"
      .. "<<Moreno wants every village in the valley to send two carts of gravel for the new road, his office said.>>" },
    { "“We will repair the old bridge before the first snow falls in the valley,” Lee said.\n\nIt rained.\n\n"
      .. "<<“We shall repair the old bridge before the first snow falls in the valley,” Lee told reporters.>>" },
    { "The mayor “wants to sell the empty market hall to the farmers of the district”. It rained. "
      .. "<<The mayor hopes to sell the empty market hall to farmers of the district.>>" },
  },
  good = {
    "“The old bridge will be repaired before the first snow falls,” Lee said.\n\nLee wrote: “The old bridge will be "
      .. "repaired before the first snow falls.”",
    "“We will repair the old bridge before the first snow falls in the valley,” Lee said.\n\nIt rained.",
    "We will repair the old bridge before the first snow falls.\n\nWe shall repair the old bridge before the first "
      .. "snow falls.",
    "“We will repair the old bridge before the first snow falls in the valley.”\n\n"
      .. "“We will repair the old bridge before the first snow falls in the valley.”",
    "The “old bridge” fell on Monday and nobody saw the first stones drop into the water.\n\nThe old bridge fell "
      .. "on Monday and nobody saw the last stones drop into the water.",
  },
}

-- The quoted words of one stand in the other as they are: quoted twice, but in the same words.
local function is_same_quotation(first, second, least)
  local one, count_one = first:words(true)
  local two, count_two = second:words(true)
  if math.max(count_one, count_two) < least then return true end
  return count_one >= least and second:words():find(one, 1, true) ~= nil
    or count_two >= least and first:words():find(two, 1, true) ~= nil
end

function rule.check(match, report, options)
  if not match.doc:quotations()() then return end
  local seen = 0
  for first, second, _, identical in match.doc:repeats(options.least) do
    seen = seen + 1
    if seen > options.pairs then return end -- a list or a table, not an article
    if not identical and not is_same_quotation(first, second, options.quoted) then
      report(second, 1, #second, { related = { { first, 1, #first, "first time here" } } })
    end
  end
end

return rule
