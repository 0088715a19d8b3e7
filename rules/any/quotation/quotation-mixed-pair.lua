local partner = { ["\""] = "\"", ["“"] = "”", ["”"] = "”", ["„"] = "“", ["«"] = "»", ["»"] = "«" }
local also = { ["„"] = "”", ["»"] = "»" }

local rule = {
  api     = 1,
  summary = "a quotation opened by one kind of mark and closed by another",
  why     = [[Where the engine turns only one mark into English, a pair of two kinds is left: *"We will win.“*. Use one kind in a
text, straight or curly.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "25 in raw MT articles, 10 in human references; 1 in rule-based es-en; 0 of 1 touch a rater's error span; 2 in clean English, 1 in clean Markdown; read elsewhere: 7 of 7 right in manuals",
  scope   = "quotation",
  trigger = "<mixed>",
  message = "The opening mark is of another kind.",
  bad = {
    { "\"We could not wish for more.<<“>>", fix = "\"We could not wish for more.\"" },
    { "“The bridge is safe<<\">>, she said.", fix = "“The bridge is safe”, she said." },
    { "He called it \"a long walk<<”>> home.", fix = "He called it \"a long walk\" home." },
    { "\"We have waited long enough. <<”>>\n\nShe left.", fix = "\"We have waited long enough.\"\n\nShe left." },
  },
  good = {
    "\"We could not wish for more.\"",
    "“The bridge is safe”, she said.",
    "Er sagte: „Die Brücke hält.“",
    "”Bron håller”, sade hon.",
  },
}

function rule.check(match, report)
  local quotation = match.quotation
  local open, close = quotation.open, quotation.close
  if not open or not close then return end
  local block = quotation.block
  local first, last = block[open], block[close]
  local expected = partner[first]
  if not expected or last == expected or last == also[first] then return end
  if not partner[last] then return end
  local is_loose = block:gap(close) == " " and (close == #block or block:gap(close + 1) ~= "")
  local edits = is_loose and { { close - 1, close, block:text(close - 1, close - 1) .. expected } } or nil
  report(block, close, close, { fix = not is_loose and expected or nil, edits = edits,
    title = is_loose and "write “" .. expected .. "”, without the space" or nil })
end

return rule
