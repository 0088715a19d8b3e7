local rule = {
  api     = 1,
  summary = "a space between a quotation mark and the quotation",
  why     = [[French sets spaces inside its marks, and tools that split text into tokens leave them everywhere: *a " historic "
day*. Other languages set the marks close. A mark of the wrong kind is any/quotation-mixed-pair's.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "62 in raw MT articles, 8 in human references; 2 in rule-based es-en; 31 of 36 changed by post-editors; 108 of 243 touch a rater's error span; 1 in clean English",
  scope   = "quotation",
  trigger = { "<open> <spaced>", "<spaced>&<close>" },
  message = "No space inside quotation marks.",
  bad = {
    { "It was a <<\" historic \">> day.", fix = "It was a \"historic\" day." },
    { "<<“ The>> bridge is safe,” she said.", fix = "“The bridge is safe,” she said." },
    { "She called it “a long <<walk\u{A0}”>>.", fix = "She called it “a long walk”." },
    { "She called it <<\" a long walk \">>.", fix = "She called it \"a long walk\"." },
    { "<<\" It>> was a long walk, and nobody had told us that the bridge was closed to those who walk<<. \">>",
      fix = "\"It was a long walk, and nobody had told us that the bridge was closed to those who walk.\"" },
    { "She wrote <<\" Nobody>> who knows the old road to the port would call it such <<a \">> good walk <<\" in>> her book.", fix = false },
  },
  good = {
    "It was a \"historic\" day.",
    "«\u{A0}Le pont est sûr\u{A0}», dit-elle.",
    "“ ‘No’ was all he said,” she wrote.",
    "\"We will not wait, \"the skipper said.",
    "“We will not wait, ”the skipper said.",
    "It is 6' wide and 7\" high.",
    "\"We have waited long enough. ”",
    "“They came, they saw, and so on . . . ” was all.",
    "Write print(\" done \") into it, or \"  two   \" with more.",
    "The line begins with \"Boat: \" or \"boat = \".",
  },
}

-- “We will not wait, "the skipper said: the mark closes, and the space belongs behind it. So where a comma stands
-- before the space, or a word is glued to the outside of the mark, the space is not the mistake.
local function is_rotated_close(block, mark)
  return block[mark - 1] == "," or mark < #block and block:gap(mark + 1) == "" and block:kind(mark + 1) == "word"
end

local function is_rotated_open(block, mark)
  return mark > 1 and block:gap(mark) == "" and block:kind(mark - 1) ~= "punctuation"
end

local tight = { ["straight-double"] = true, ["curly-double"] = true }

local function is_empty(block, mark)
  return block:text(mark, mark) == "''"
end

local function is_gap(block, i, is_end)
  local gap = block:gap(i)
  if is_end and gap == "  " then return true end
  return gap == " " or gap == "\u{A0}" or gap == "\u{202F}" -- more is a column, or was typed on purpose
end

local function join(block, i)
  return { i, i + 1, block:text(i, i) .. block:text(i + 1, i + 1) }
end

-- "We will wait. ”
local function is_mixed(block, open, close)
  return open and close and (block[open] == "\"") ~= (block[close] == "\"")
end

-- "and so on . . . ", and strings of a program: the prefix "From: "
local function ends_openly(block, close)
  if block:kind(close - 1) == "symbol" or block[close - 1] == ":" then return true end
  return block[close - 1] == "." and block[close - 2] == "." and block:gap(close - 1) ~= ""
end

local function is_argument(block, open)
  local before = block[open - 1]
  return block:gap(open) == "" and (before == "=" or before == "(" and block:gap(open - 1) == "" and block:kind(open - 2) == "word")
end

local longest = 12 -- tokens of a quotation that is reported as a whole

-- The edits that set both marks close; of a lone word, one edit.
local function join_both(block, open, close)
  if close - open > 2 then return { join(block, open), join(block, close - 1) } end
  return { { open, close, block:text(open, open) .. block:text(open + 1, open + 1) .. block:text(close, close) } }
end

-- A straight mark with spaces on both sides whose partner is far away: nobody knows on which side it belongs.
local function is_loose_twice(block, mark)
  return block[mark] == "\"" and mark > 1 and mark < #block and block:gap(mark) ~= "" and block:gap(mark + 1) ~= ""
end

local function join_one(block, mark, i)
  return not is_loose_twice(block, mark) and { join(block, i) } or nil
end

function rule.check(match, report)
  local quotation = match.quotation
  local open, close, block = quotation.open, quotation.close, quotation.block
  if not tight[quotation.style] or open and is_empty(block, open) or close and is_empty(block, close) or block.language:sub(1, 2) == "fr" then return end
  local opens_loose = open and is_gap(block, open + 1) and block:kind(open + 1) ~= "quote" and not is_rotated_open(block, open)
    and not is_argument(block, open)
  local closes_loose = close and close > 1 and is_gap(block, close, true) and block:kind(close - 1) ~= "quote"
    and not is_rotated_close(block, close) and not is_mixed(block, open, close)
    and not ends_openly(block, close) and not (open and is_argument(block, open))
  -- With a pair that stands free of its surroundings, nothing else can be meant.
  local is_free = open and close and (open == 1 or block:gap(open) ~= "")
    and (close == #block or block:gap(close + 1) ~= "" or block:kind(close + 1) == "punctuation")
  local function tell(first, last, edits)
    report(block, first, last, { edits = edits, safe = is_free and true or false, title = "delete the space" })
  end
  if opens_loose and closes_loose and close - open <= longest then return tell(open, close, join_both(block, open, close)) end
  if opens_loose then tell(open, open + 1, join_one(block, open, open)) end
  if closes_loose then tell(close - 1, close, join_one(block, close, close - 1)) end
end

return rule
