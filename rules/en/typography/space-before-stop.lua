local rule = {
  api     = 1,
  summary = "a space before a stop, a comma or a closing bracket",
  why     = [[Tools that cut text into tokens write *the town , which* and *the end .*; French sets spaces before its high marks. In
English these marks stand close to the word before them.]],
  level   = "warning",
  mqm     = "whitespace",
  measured = "53 in raw MT articles, 3 in human references; 14 in rule-based es-en; 9 of 29 touch a rater's error span; 6 in clean English",
  trigger = "<loose>",
  message = "No space before this mark.",
  bad = {
    { "The town<< >>, which is small, has a port.", fix = "The town, which is small, has a port." },
    { "Nobody knew why<< >>. They left.", fix = "Nobody knew why. They left." },
    { "The port (built in 1890<< >>) is closed.", fix = "The port (built in 1890) is closed." },
    { "Who knows<< >>?", fix = "Who knows?" },
  },
  good = {
    "The town, which is small, has a port.",
    "It runs on .NET and on .5 amperes.",
    "They won 3 : 2 in the end.",
    "She smiled :) and left ;-) and said it ;) again.",
    "He waited . . . and waited.",
    "[ The harbour master ] wrote it; call list(x) : then it ends.\n\nuse (PORT : --all) for it",
    "Choose 1 ) or 2 ) from the list.",
    "Add `a` , `b` to the list of *names* .",
  },
}

-- [ A Name ] over a list, and [ this | that ] in a manual: set the wide way on both sides.
local function is_wide(sentence, open, close)
  if sentence[open] ~= "[" or sentence:gap(open + 1) == "" then return false end
  if open + sentence.offset == 1 then return true end
  for k = open + 1, close - 1 do
    if sentence[k] == "|" or sentence[k] == "{" then return true end
  end
  return false
end

local function opens_before(sentence, i)
  for k = i - 1, 1, -1 do
    local token = sentence[k]
    if token == "(" or token == "[" then return k < i - 1 and not is_wide(sentence, k, i) end
    if token == ")" or token == "]" then return false end
  end
  return false
end

-- .NET, :) and "a , b" in code: the mark belongs to what follows.
local function is_glued_behind(sentence, i)
  if sentence:gap(i + 1) ~= "" then return false end
  if i == #sentence then return sentence.next ~= nil end
  return sentence:kind(i + 1) ~= "quote" and sentence[i + 1] ~= ")" and sentence[i + 1] ~= ":"
    or sentence[i] == ":" or sentence[i] == ";"
end

-- . . .
local function is_spaced_row(sentence, i)
  local following = sentence.next
  return sentence[i + 1] == "." or sentence[i - 1] == "." or i == #sentence and following ~= nil and following[1] == "."
end

local words = { word = true, number = true, quote = true }

-- (PORT : --all)
local function is_syntax(sentence, i)
  return (sentence[i] == ":" or sentence[i] == ";") and (sentence[i - 1] == ")" or sentence:kind(i - 1) == "quote"
    or sentence[i + 1] == "-" or sentence[i + 1] == "--" or sentence:kind(i + 1) == "symbol")
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  local mark, before = sentence[i], sentence:kind(i - 1)
  if i == 1 or not words[before] and sentence[i - 1] ~= ")" or sentence:gap(i) ~= " " then return end
  if is_spaced_row(sentence, i) or is_syntax(sentence, i) then return end
  if is_glued_behind(sentence, i) then return end
  if mark == ")" or mark == "]" then
    if not opens_before(sentence, i) then return end
  elseif mark == ":" and before == "number" and sentence:kind(i + 1) == "number" then
    return
  end
  if sentence:emphasized(i) ~= sentence:emphasized(i - 1) or sentence.block.type == "table-cell" then return end
  report(sentence, i, nil, { gap = true, fix = "", safe = true, title = "delete the space" })
end

return rule
