local unpaired = require "_unpaired"

local rule = {
  api     = 1,
  summary = "a quotation mark without its partner",
  why     = [[Translation engines lose marks where a quotation crosses a sentence boundary or the languages use
different ones. A quotation of several paragraphs opens in each and closes in the last: that is right, and
silent. So is one that opens in one paragraph and closes in a later one, and a paragraph of speech that only
opens. Single marks are left alone: a lone one is nearly always an apostrophe. In a text of one short paragraph the partner
may stand in what is not here; any/quotation-cut is about those.]],
  level   = "error",
  mqm     = "punctuation",
  measured = "166 in raw MT articles, 17 in human references; 4 in rule-based es-en; 31 of 61 touch a rater's error span; 18 in clean English; read elsewhere: 8 of 9 right in novels and essays, 1 of 8 in code that is plain text",
  scope   = "document",
  options = { paragraphs = 3 },
  message = "This quotation mark has no partner: where does the quotation begin or end?",
  bad = {
    { "She said: <<“>>The bridge is safe. Then she left.\n\nNobody answered.", fix = false },
    { "The so-called plan<<\">> of peace failed.", fix = false },
    { "The road is closed and will stay closed,<<”>> the mayor said.\n\nNobody answered." },
    { "He knew who<<\">> was first to know\". He left.\n\nNobody came.",
      fix = "He knew who \"was first to know\". He left.\n\nNobody came." },
    { "Last month,<<\">> the town saw the worst fire in years, which killed ten." },
    { "The bakers wrote that their old ovens<<\">> could not be sold." },
    { "He called it <<\">>a long walk.\n\nNobody came." },
  },
  good = {
    "\"The bridge is safe,\" he said.\n\n\"It has always been safe.\n\nThe road is not.",
    "She said: “The bridge is safe.” Then she left.",
    "“The bridge is safe.\n\n“The road is not,” she said.",
    "\"He asked me: 'Is the bridge safe?' and I said no.\n\nThen she left.",
    "She said: “The bridge is safe.",
    "She said: \"The bridge is safe.\n\nThe road is not.\" Then she left.",
    "Rock ’n’ roll in the ’90s, on 7\" singles.",
    "It is 5' 10\" high, and the dogs' kennel is 6' wide.",
    "The sailors\" union met.",
    "Set it off with ``` in the first line.\n\nWrite \\\" for the mark itself, and call list('') for all.",
    "In whole or in part,\" said the mayor of the town.",
    "“It is done. »",
    "The sailors' union and the bakers' union met.",
  },
}

-- The end of the word and the beginning of the next, with the mark between them as an opening one.
local function turn(block, mark)
  return { mark, mark + 1, block:gap(mark + 1) .. block:text(mark, mark) .. block:text(mark + 1, mark + 1) }
end

function rule.check(match, report, options)
  unpaired.each(match.doc, options.paragraphs, function(quotation, closed)
    local block, mark = quotation.block, quotation.open or quotation.close
    if unpaired.may_go_on(quotation) then return end
    local is_turned = closed and block[mark] == "\"" and block:gap(mark + 1) == " "
    report(block, mark, mark, {
      edits = is_turned and { turn(block, mark) } or nil,
      title = is_turned and "let the quotation begin here" or nil,
    })
  end)
end

return rule
