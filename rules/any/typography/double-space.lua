local rule = {
  api     = 1,
  summary = "two spaces between words",
  why     = [[An engine that drops a word (Spanish *se*) keeps the spaces on both sides of it; so do editors who delete one. One
slip of a keyboard in a text is left alone, unless it is known to be translated. Two spaces behind a stop are an old custom, and
columns are columns.]],
  level   = "warning",
  mqm     = "whitespace",
  measured = "2 in raw MT articles, 2 in human references; 235 in rule-based es-en; 1 of 5 touch a rater's error span; none in clean English",
  scope   = "document",
  trigger = "<odd-gap>",
  options = { least = 2 },
  message = "Two spaces: a word may be missing between them.",
  bad = {
    { "The chance to bake<<  >>like a master.", fix = "The chance to bake like a master.", source = "es" },
    { "The people<<   >>of the valley, they said,<<  >>came.", fix = "The people of the valley, they said, came." },
    { "Nobody came,<<  >>though it was dry. Nobody<<  >>left.", fix = "Nobody came, though it was dry. Nobody left." },
  },
  good = {
    "The possibility to present himself.",
    "It was dry.  Nobody came.",
    "Total          12          40",
    "Is it dry?  Nobody knows:  nobody looked.",
    "Nobody came,  though it was dry.",
    ("The  lines  of this  page are  stretched to one width.\n"):rep(8),
  },
}

local stops = { ["."] = true, ["!"] = true, ["?"] = true, [":"] = true, ["…"] = true }

local function is_double(sentence, i)
  local gap = sentence:gap(i)
  if gap ~= "  " and gap ~= "   " or i == 1 or stops[sentence[i - 1]] or sentence.block.type == "table-cell" then return false end
  local before, after = sentence:kind(i - 1), sentence:kind(i)
  return (after == "word" or after == "quote") and (before == "word" or sentence[i - 1] == "," or sentence[i - 1] == ";")
end

-- Lines that were stretched to one width: such a gap is nothing that happened.
local function is_justified(doc, count)
  if count < 20 then return false end
  local tokens = 0
  for sentence in doc:sentences() do
    tokens = tokens + #sentence
    if tokens >= count * 20 then return false end
  end
  return true
end

function rule.check(match, report, options)
  local found = {}
  for sentence, i in match.hits() do
    if is_double(sentence, i) then found[#found + 1] = { sentence, i } end
  end
  if #found < options.least and not match.doc.source_language or is_justified(match.doc, #found) then return end
  for _, place in ipairs(found) do
    report(place[1], place[2], place[2], { gap = true, fix = " ", safe = true })
  end
end

return rule
