local rule = {
  api     = 1,
  summary = "a passage that is still as it is in the source",
  why     = [[The configuration's `pairs` say which text this one is a translation of. A paragraph that is the same in both, word
by word, was forgotten, unless a dash or an @ before it says that it names who said something, or it is in the language
of the translation. Descriptions of pictures and front matter are left alone. Without a source, or where the two have
not the same paragraphs, the rule is silent.]],
  level   = "error",
  mqm     = "untranslated",
  measured = "not measured: the rule speaks beside the source only; read elsewhere: 17 of 17 right in 105 pairs of Markdown files",
  pair    = true,
  scope   = "document",
  options = { words = 4 },
  message = "This is the source, and not its translation.",
  bad = {
    { "The port is shut.\n\n<<El puerto sigue cerrado por el viento.>>", source = "es",
      original = "El puerto está cerrado.\n\nEl puerto sigue cerrado por el viento." },
  },
  good = {
    { "The port is shut.\n\nIt is shut by the wind.", source = "es",
      original = "El puerto está cerrado.\n\nEl puerto sigue cerrado por el viento." },
    { "The port is shut.\n\nPuerto Real, 2024", source = "es",
      original = "El puerto está cerrado.\n\nPuerto Real, 2024" },
    { "The port is shut.\n\nEl puerto sigue cerrado por el viento.", source = "es",
      original = "El puerto está cerrado." },
    { "The port is shut.\n\nThe port is shut because of the wind.", source = "es",
      original = "El puerto está cerrado.\n\nThe port is shut because of the wind." },
    { "“The port is shut.”\n\n— Ana Ruiz, “El puerto y el viento”", source = "es",
      original = "«El puerto está cerrado.»\n\n— Ana Ruiz, “El puerto y el viento”" },
  },
}

-- Who said something, and where: names and titles stay.
local function is_attribution(text)
  return text:find("^@") or text:find("^-") or text:find("^–") or text:find("^—")
end

-- A source may hold a passage in the translation's own language, which is right there.
local function is_at_home(block, doc)
  if not doc.source_language or doc.source_language == doc.language then return false end
  for sentence in block:sentences() do
    local language, _, count = sentence:guess_language()
    if language ~= doc.language or count < 3 then return false end
  end
  return true
end

local function check_block(block, report, options)
  if block.source ~= block:text() or block.type == "meta" or is_attribution(block.source) then return end
  local _, count = block:words()
  if count >= options.words and not is_at_home(block, block.doc) then report(block, 1, #block) end
end

-- All blocks have a source, or none.
function rule.check(match, report, options)
  local first = match.doc:blocks()()
  if not first or not first.source then return end
  for block in match.doc:blocks() do check_block(block, report, options) end
end

return rule
