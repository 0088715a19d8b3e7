local rule = {
  api     = 1,
  summary = "more blank lines than the rest of the text has",
  why     = [[In plain text blank lines are the layout. Two of them where every other paragraph has one are left from a
heading or an image that the page had. Above and below headings they are meant, and so are those of a text that has many.]],
  level   = "hint",
  mqm     = "whitespace",
  measured = "2 in raw MT articles, 1 in human references; none in clean English; read elsewhere: 3 of 16 right in READMEs and collections of quotations",
  scope   = "document",
  options = { most = 3, heading = 10 },
  message = "More blank lines than elsewhere in this text.",
  bad = {
    { "A heading.\n\n\n<<>>It rained.\n\nNobody came.\n\nThe road was wet.", fix = false },
    { "One.\n\nTwo.\n\n\n\n<<>>Three.\n\nFour." },
    { "One.\n\nTwo.\n\nThree.\n\n\n<<>>Four." },
  },
  good = {
    "A heading.\n\nIt rained.\n\nNobody came.",
    "A heading.\n\n\nIt rained.\n\n\nNobody came.",
    "It rained.\n\nNobody came.\n\n\nChapter Two\n\n\nThe road was wet.\n\nStill.",
    { "# A heading\n\n\nIt rained.\n\nNobody came.\n\nStill.", format = "markdown" },
  },
}

local stops = { ["."] = true, ["!"] = true, ["?"] = true, [":"] = true, ["…"] = true }

local function is_heading(block, longest)
  return #block <= longest and not stops[block[#block]]
end

local function find_wide(doc)
  local wide = {}
  for block in doc:spaced_blocks(2) do
    if block.index > 1 then wide[#wide + 1] = block end
  end
  return wide
end

function rule.check(match, report, options)
  if match.doc.format ~= "plain" then return end
  -- Zero is a heading right above its text.
  local single, wide = match.doc:count_blocks(1), find_wide(match.doc)
  if single < 2 or #wide * 4 > single + #wide * 2 or #wide > options.most then return end
  for _, block in ipairs(wide) do
    if not is_heading(block, options.heading) and not is_heading(block.previous, options.heading) then
      report(block, 1, nil, { insert = true })
    end
  end
end

return rule
