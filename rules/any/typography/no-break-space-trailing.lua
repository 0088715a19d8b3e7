local rule = {
  api     = 1,
  summary = "a no-break space at the end of a paragraph",
  why     = [[U+00A0 behind the last word of a paragraph comes from a rich-text editor and is good for nothing. In
Markdown and HTML nobody sees it, and it is left alone.]],
  level   = "warning",
  mqm     = "whitespace",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  scope   = "block",
  trigger = "<odd-end>",
  message = "A no-break space ends this paragraph: delete it.",
  bad = {
    { "The island is small.<<\u{A0}>>", fix = "The island is small." },
    { "The island is small.<<\u{A0}\u{A0}>>\n\nIt rains.", fix = "The island is small.\n\nIt rains." },
    { "A heading<<\u{A0}>>\n\nThe island is small.", fix = "A heading\n\nThe island is small." },
  },
  good = {
    "The island is small.",
    "The island is small. \n\nIt rains.",
    "It is 10\u{A0}km away.",
    { "The island is small.\u{A0}\n\nIt rains.", format = "markdown" },
    { "<p>The island is small.&nbsp;</p>", format = "html" },
  },
}

function rule.check(match, report)
  if match.doc.format ~= "plain" then return end
  local block, behind = match.block, match.last + 1
  local gap = block:gap(behind)
  if gap:find("\u{A0}", 1, true) or gap:find("\u{202F}", 1, true) then
    report(block, behind, nil, { gap = true, fix = "", safe = true, title = "delete it" })
  end
end

return rule
