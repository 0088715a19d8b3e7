local rule = {
  api     = 1,
  summary = "a quotation mark without its partner",
  why     = [[Translation engines lose marks where a quotation crosses a sentence boundary or the languages use
different ones. A quotation of several paragraphs opens in each and closes in the last: that is right, and
silent. So is one that opens in one paragraph and closes in a later one, and a paragraph of speech that only
opens. Single marks are left alone: a lone one is nearly always an apostrophe.]],
  level   = "error",
  mqm     = "punctuation",
  measured = "177 in raw MT articles, 17 in human references; 4 in rule-based es-en; 26 of 61 changed by post-editors; 32 of 62 touch a rater's error span; 22 in clean English",
  scope   = "document",
  options = { paragraphs = 3 },
  message = "This quotation mark has no partner: where does the quotation begin or end?",
  bad = {
    { "She said: <<“>>The bridge is safe. Then she left.", fix = false },
    { "The so-called plan<<\">> of peace failed.", fix = false },
    { "The road is closed and will stay closed,<<”>> the mayor said." },
    { "He called it <<\">>a long walk.\n\nNobody came." },
  },
  good = {
    "\"The bridge is safe,\" he said.\n\n\"It has always been safe.\n\nThe road is not.",
    "She said: “The bridge is safe.” Then she left.",
    "“The bridge is safe.\n\n“The road is not,” she said.",
    "She said: \"The bridge is safe.\n\nThe road is not.\" Then she left.",
    "Rock ’n’ roll in the ’90s, on 7\" singles.",
    "It is 5' 10\" high, and the dogs' kennel is 6' wide.",
    "The sailors\" union met.",
    "“It is done. »",
    "The sailors' union and the bakers' union met.",
  },
}

-- A paragraph that opens with a mark and has no other: many papers leave the last one open too.
local function is_paragraph_of_speech(quotation)
  return quotation.open == 1 and quotation.alone
end

-- The sailors" union: a wrong apostrophe, and no quotation.
local function is_apostrophe(block, mark)
  return block:text(mark - 1, mark - 1):sub(-1) == "s" and block:gap(mark + 1) ~= ""
    and block:kind(mark + 1) == "word"
end

-- “It is done. »: closed, if by a mark of another language; that is a rule of its own.
local function is_closed_otherwise(block, mark)
  local i = block:next_mark(mark + 1)
  while i do
    if block[i] == "»" or block[i] == "«" then return true end
    if block:role(i) == "open" then return false end
    i = block:next_mark(i + 1)
  end
  return false
end

local function report_mark(quotation, report)
  local block, mark = quotation.block, quotation.open or quotation.close
  if quotation.open then
    if is_closed_otherwise(block, mark) then return end
  elseif mark > 1 and is_apostrophe(block, mark) then
    return
  end
  report(block, mark, mark)
end

function rule.check(match, report, options)
  local waiting -- an opening mark whose partner may stand in a later paragraph
  for quotation in match.doc:unpaired() do
    local open, close = quotation.open, quotation.close
    if waiting and not open and quotation.block.index > waiting.block.index
      and quotation.block.index - waiting.block.index <= options.paragraphs then
      waiting = nil
    else
      if waiting then report_mark(waiting, report) end
      waiting = nil
      if open and not is_paragraph_of_speech(quotation) then
        waiting = quotation
      elseif close then
        report_mark(quotation, report)
      end
    end
  end
  if waiting then report_mark(waiting, report) end
end

return rule
