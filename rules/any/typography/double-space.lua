local rule = {
  api     = 1,
  summary = "two spaces between words",
  why     = [[An engine that drops a word (Spanish *se*) keeps the spaces on both sides of it; so do editors who
delete one. Two spaces behind a stop are an old custom and are left alone, and so are columns.]],
  level   = "warning",
  mqm     = "whitespace",
  trigger = "<odd-gap>",
  message = "Two spaces: a word may be missing between them.",
  bad = {
    { "The possibility to present<<  >>like a candidate.", fix = "The possibility to present like a candidate." },
    { "The people<<   >>of the valley, they said.", fix = "The people of the valley, they said." },
    { "Nobody came,<<  >>though it was dry.", fix = "Nobody came, though it was dry." },
  },
  good = {
    "The possibility to present himself.",
    "It was dry.  Nobody came.",
    "Total          12          40",
    "Is it dry?  Nobody knows:  nobody looked.",
  },
}

local stops = { ["."] = true, ["!"] = true, ["?"] = true, [":"] = true, ["…"] = true }

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  local gap = sentence:gap(i)
  if gap ~= "  " and gap ~= "   " or i == 1 or stops[sentence[i - 1]] or sentence.block.type == "table-cell" then
    return
  end
  if sentence:kind(i) ~= "word" and sentence:kind(i) ~= "quote" then return end
  if sentence:kind(i - 1) ~= "word" and sentence[i - 1] ~= "," and sentence[i - 1] ~= ";" then return end
  report(sentence, i, i, { gap = true, fix = " ", safe = true })
end

return rule
