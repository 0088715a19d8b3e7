local rule = {
  api     = 1,
  summary = "a passage that is still as it is in the source",
  why     = [[The configuration's `pairs` say which text this one is a translation of. A paragraph that is the same in both, word
by word, was forgotten. Without a source, or where the two have not the same paragraphs, the rule is silent.]],
  level   = "error",
  mqm     = "untranslated",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
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
  },
}

local function check_block(block, report, options)
  if block.source ~= block:text() then return end
  local _, count = block:words()
  if count >= options.words then report(block, 1, #block) end
end

-- All blocks have a source, or none.
function rule.check(match, report, options)
  local first = match.doc:blocks()()
  if not first or not first.source then return end
  for block in match.doc:blocks() do check_block(block, report, options) end
end

return rule
