local characters = {
  amp = "&", quot = '"', apos = "'", lt = "<", gt = ">", nbsp = "\u{A0}", rsquo = "’", lsquo = "‘", rdquo = "”", ldquo = "“",
  mdash = "—", ndash = "–", hellip = "…", laquo = "«", raquo = "»",
}

local rule = {
  api     = 1,
  summary = "a character written as an HTML entity",
  why     = [[`&quot;`, `&#39;` or `&nbsp;` in the running text was escaped twice, or never read back: engines are
fed with text in which the marks that mean something to them are escaped. Other entities (`&deg;`) are left alone.]],
  level   = "error",
  mqm     = "character-encoding",
  measured = "1 in raw MT articles, 0 in human references; 1 of 3 touch a rater's error span; 1 in clean English",
  trigger = {
    "& amp|quot|apos|lt|gt|nbsp|rsquo|lsquo|rdquo|ldquo|mdash|ndash|hellip|laquo|raquo ;",
    "& \\# <number> ;",
  },
  message = "This should be the character itself.",
  bad = {
    { "She said <<&quot;>>no<<&quot;>> to Smith <<&amp;>> Sons.", fix = "She said \"no\" to Smith & Sons." },
    { "It<<&#39;>>s late.", fix = "It's late." },
    { "They call it <<&# 8220;>>old.", fix = "They call it “old." },
    { "It is 5<<&nbsp;>>km away.", fix = "It is 5\u{A0}km away." },
  },
  good = {
    "She said no to Smith & Sons.",
    "Write `&amp;` for the sign, and `&quot;` for a quotation mark.",
    "R&D; that was all.",
    "They ran lt & gt; nobody knew why.",
  },
}

local function find_character(sentence, first, last)
  if last - first == 2 then return characters[sentence[first + 1]] end
  local code = tonumber(sentence:text(first + 2, first + 2))
  return code and code >= 32 and code < 0x10FFFF and math.type(code) == "integer" and utf8.char(code) or nil
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  for i = first + 1, last do
    local is_number = i == last - 1 and sentence:kind(i) == "number" -- "&# 8220;"
    if sentence:gap(i) ~= "" and not is_number then return end
  end
  local fix = find_character(sentence, first, last)
  if fix and sentence[first - 1] ~= "`" and not sentence:emphasized(first) then report(sentence, first, last, { fix = fix }) end
end

return rule
