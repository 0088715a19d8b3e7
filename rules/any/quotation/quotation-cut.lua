local unpaired = require "_unpaired"

local rule = {
  api     = 1,
  summary = "a quotation mark without its partner in a text of one short paragraph",
  why     = [[The pieces of a translation memory, a caption, a paragraph copied from somewhere: a quotation may begin in the piece
before or end in the next one, and nothing here says so. In whole texts any/quotation-unbalanced reports these.]],
  level   = "hint",
  mqm     = "punctuation",
  measured = "26 of 60 changed by post-editors; none in clean English",
  scope   = "document",
  message = "This quotation mark has no partner here: is it in the text before or after?",
  bad = {
    { "She said: <<“>>The bridge is safe.", fix = false },
    { "The road is closed and will stay closed.<<”>>" },
    { "The mayor answered: <<\">>Nobody will be left behind, and nobody will wait." },
  },
  good = {
    "She said: “The bridge is safe.”",
    "She said: “The bridge is safe.\n\nNobody answered.",
    "“The bridge is safe.",
    "The sailors\" union met.",
  },
}

function rule.check(match, report)
  if not unpaired.is_piece(match.doc) then return end
  unpaired.each(match.doc, 0, function(quotation)
    local mark = quotation.open or quotation.close
    if unpaired.may_go_on(quotation) then report(quotation.block, mark, mark) end
  end)
end

return rule
