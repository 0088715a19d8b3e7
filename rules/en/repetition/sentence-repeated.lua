local rule = {
  api     = 1,
  summary = "a sentence that stands in the text twice",
  why     = [[Engines and the people who paste their output repeat whole sentences; a headline or a caption slips into the text. Said
twice word for word by an author, it is a refrain; textbooks and abstracts repeat themselves, too, and so this only hints.]],
  level   = "hint",
  mqm     = "addition",
  measured = "21 in raw MT articles, 11 in human references; 153 of 209 touch a rater's error span; 3 in clean English, 5 in clean Markdown",
  scope   = "document",
  options = { words = 10, pairs = 500, least = 0.6 },
  message = "This sentence stands in the text twice.",
  bad = {
    { "The old bridge over the river will be closed to all traffic from Monday on. It rained. <<The old bridge over the river will be "
      .. "closed to all traffic from Monday on.>>", fix = false },
    { "Nobody in the valley had been told when the new road to the coast would be open.\n\nIt rained.\n\n<<Nobody in the valley had been "
      .. "told when the new road to the coast would be open.>>" },
    { "The mayor asked the farmers of the district to bring two carts of gravel each.\n\n<<The mayor asked the farmers of the district to "
      .. "bring two carts of gravel each.>>" },
  },
  good = {
    "The old bridge is closed. It rained. The old bridge is closed.",
    "The old bridge over the river will be closed to all traffic from Monday on. It rained. The new bridge over the river will be "
      .. "closed to all traffic from Friday on.",
    "“We will repair the old bridge before the first snow falls in the valley,” Lee said.\n\n“We will repair the old bridge before the "
      .. "first snow falls in the valley,” Lee said.",
  },
}

local function is_prose(sentence)
  return sentence.block.type == "paragraph" and sentence.terminated and not sentence:quoted(2)
end

function rule.check(match, report, options)
  local seen = 0
  for first, second, _, identical in match.doc:repeats(options.least) do
    seen = seen + 1
    if seen > options.pairs then return end -- a list or a table, not an article
    if identical and is_prose(first) and is_prose(second) and select(2, second:words()) >= options.words then
      report(second, 1, #second, { related = { { first, 1, #first, "first time here" } } })
    end
  end
end

return rule
