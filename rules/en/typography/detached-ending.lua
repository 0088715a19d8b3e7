local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a space before the end of a word",
  why     = [[*The 34 th minute*, *you did n't*, *we don’ t*: an engine works on pieces of words, and these were not put
together again.]],
  level   = "warning",
  mqm     = "typography",
  measured = "14 in raw MT articles, 0 in human references; 4 of 5 touch a rater's error span; none in clean English",
  trigger = {
    "<number> <spaced>&th|st|nd|rd",
    "did|does|do|is|are|was|were|has|have|had|could|would|should|wo|ca <spaced>&n't",
    "<word> <glued>&' <spaced>&t|s|m|re|ve|ll|d",
    "<word> <spaced>&' <glued>&t",
  },
  message = "A piece of the word before: no space.",
  bad = {
    { "It was the <<34 th>> minute of the match.", fix = "It was the 34th minute of the match." },
    { "They <<did n't>> come home.", fix = "They didn't come home." },
    { "I know that <<it’ s>> late.", fix = "I know that it’s late." },
    { "We <<don’ t>> know them.", fix = "We don’t know them." },
    { "They saw <<Amazon’ s>> boats.", fix = "They saw Amazon’s boats." },
  },
  good = {
    "It was the 34th minute of the match.",
    "They read rock 'n' roll, and 'em too, and the sailors' s.",
    "He called it 's' or 't' and left.",
    "In the 90 's' is a letter, and 5 ST is a name.",
    "They merged 0232852 nd/fetch.",
    "The dogs' d and the cats' t are letters.",
  },
}

local negated = words.set [[don didn doesn isn aren wasn weren hasn haven hadn couldn wouldn shouldn won can mustn needn ain]]
local verbs = words.set "m re ve ll d"

-- Which word the piece may end.
local function fits(sentence, first, last)
  local piece, word = sentence[last]:gsub("'", ""), sentence[first]
  if piece == "t" then return negated[word] ~= nil end
  if verbs[piece] then return words.subject_pronouns[word] ~= nil end
  return piece ~= "s" or not word:find("s$")
end

local ordinals = { st = "1$", nd = "2$", rd = "3$" }

local function is_ordinal(sentence, first, last)
  local digits, ending = sentence[first], sentence[last]
  if not digits:find("^[1-9]%d?%d?%d?$") or sentence:case(last) ~= "lower" then return false end
  local is_teen = digits:find("1%d$") ~= nil
  if ending == "th" then return is_teen or not digits:find("[123]$") end
  return not is_teen and digits:find(ordinals[ending]) ~= nil
end

local function is_quoted_letter(sentence, last)
  return sentence:kind(last + 1) == "quote" and sentence:gap(last + 1) == ""
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:emphasized(first) or is_quoted_letter(sentence, last) then return end
  if sentence:kind(first) == "number" then
    if not is_ordinal(sentence, first, last) then return end
  elseif sentence[last] ~= "n't" and not fits(sentence, first, last) then
    return
  end
  report(sentence, first, last, { fix = (sentence:text(first, last):gsub(" ", "")) })
end

return rule
