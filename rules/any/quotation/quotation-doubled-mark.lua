local rule = {
  api     = 1,
  summary = "two quotation marks for one",
  why     = [[Tables and translation memories double the marks inside a field, and engines do it where the source has two kinds:
*""From now on!""*. One mark opens, one closes. Behind a quotation within a quotation two may close, where two have
opened one by one.]],
  level   = "error",
  mqm     = "punctuation",
  measured = "52 in raw MT articles, 0 in human references; none in clean English",
  trigger = { "\" \"", "“ “", "” ”" },
  message = "One quotation mark is enough.",
  bad = {
    { "He called: <<\"\">>From now on!<<\"\">> Nobody moved.", fix = "He called: \"From now on!\" Nobody moved." },
    { "<<““>>The bridge is safe,<<””>> she said.", fix = "“The bridge is safe,” she said." },
    { "It is a <<\"\">>new<<\"\">> town.", fix = "It is a \"new\" town." },
  },
  good = {
    "He called: \"From now on!\" Nobody moved.",
    "The default is \"\".",
    "\"He said 'no'\" \"And then?\"",
    "She wrote \"a\", \"b\" and \"\" into it.",
    "\"They called it \"The Long Walk.\"\"",
  },
}

-- A pair with nothing in it is an empty string, and not two marks at a word.
local function touches_word(sentence, first, last)
  local before = first > 1 and sentence:gap(first) == "" and sentence:kind(first - 1) ~= "punctuation"
  local behind = sentence[last + 1] and sentence:gap(last + 1) == ""
    and (sentence:kind(last + 1) == "word" or sentence:kind(last + 1) == "number")
  local stop = first > 1 and sentence:gap(first) == "" and (sentence[first - 1]:find("^[.,!?]$"))
  return behind or stop or (before and sentence:kind(first - 1) == "word")
end

local furthest = 300 -- tokens between two ends of a quotation

-- Two marks that close, and before them in the paragraph two together that open.
local function has_opened(sentence, first)
  local block, at = sentence.block, sentence.offset + first
  for i = at - 2, math.max(1, at - furthest), -1 do
    if block[i] == block[i + 1] and block[i] == block[at] and block:gap(i + 1) == "" then return true end
    if block[at] == "”" and block[i] == "“" and block[i + 1] == "“" then return true end
  end
  return false
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:gap(last) ~= "" or not touches_word(sentence, first, last) then return end
  if sentence[first - 1] == sentence[first] or sentence[last + 1] == sentence[last] then return end
  local closes = not sentence[last + 1] or sentence:gap(last + 1) ~= "" or sentence:kind(last + 1) == "punctuation"
  if closes and not has_opened(sentence, first) then return end
  report(sentence, first, last, { fix = sentence:text(first, first), safe = true })
end

return rule
