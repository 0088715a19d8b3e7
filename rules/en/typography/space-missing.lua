local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a space missing before a bracket or behind a comma",
  why     = [[Chinese and Japanese set no spaces, and engines that copy a bracket or a comma from them glue it to the words
around it: *the port(built in 1890)is closed*, *rice,fish and salt*.]],
  level   = "warning",
  mqm     = "whitespace",
  measured = "4 in raw MT articles, 0 in human references; 2 in clean Markdown",
  trigger = { "<glued>&\\(", "\\) <glued>&<word>", "<glued>&,|; <glued>&<lower>" },
  message = "A space is missing here.",
  bad = {
    { "The port<<(>>built in 1890) is closed.", fix = "The port (built in 1890) is closed." },
    { "The port (built in 1890<<)>>is closed.", fix = "The port (built in 1890) is closed." },
    { "They sold rice<<,>>fish and salt.", fix = "They sold rice, fish and salt." },
  },
  good = {
    "The port (built in 1890) is closed.",
    "Call print(x) or the word(s) of f(x, y), 401(k), H(2)O or 12(b)(1).",
    "They sold 1,000 rices, and http://a.b/c,d and a,b,c of it.",
    "Call set(HARBOUR /usr/bin/harbour), or la_open(unsigned int flags), or Select(resources) of it.",
    "(Un)happy people and (re)starts, a man(iac).",
    "`a`,b and *c*,d.",
  },
}

local function is_plain_word(sentence, i)
  local case = sentence:case(i)
  return case ~= nil and (case == "lower" or case == "capitalized") and #sentence[i] > 1 and not sentence:emphasized(i)
    and not sentence[i]:find("[%d._]")
end

-- Two words or more, up to the closing bracket: no f(x), word(s) or (re)start.
local function spans_words(sentence, open)
  for k = open + 1, math.min(#sentence, open + 40) do
    if sentence[k] == ")" then return k > open + 2 and sentence:gap(open + 2) ~= "" or k == open + 2 and #sentence[open + 1] > 8 end
    if sentence:kind(k) == "symbol" or sentence[k] == "(" then return false end
  end
  return false
end

-- "(built in 1890)", and no call(with names)
local function is_prose(sentence, open)
  if sentence:gap(open + 1) ~= "" or sentence:kind(open + 1) == "number" then return true end
  for k = open + 1, math.min(#sentence, open + 40) do
    if sentence[k] == ")" then return k > open + 4 end
    if words.function_words[sentence[k]] then return true end
  end
  return false
end

local function find_open(sentence, close)
  for k = close - 1, 1, -1 do
    if sentence[k] == "(" then return k end
  end
  return 0
end

local function check_open(sentence, i)
  return i > 1 and sentence:gap(i) == "" and is_plain_word(sentence, i - 1) and spans_words(sentence, i)
    and is_prose(sentence, i) and sentence:gap(i - 1) ~= ""
end

local function check_close(sentence, i)
  local open = find_open(sentence, i)
  return sentence:gap(i + 1) == "" and is_plain_word(sentence, i + 1) and open > 0 and sentence:gap(open) ~= "" and i > open + 2
end

local function check_comma(sentence, i)
  return i > 1 and #sentence[i - 1] > 2 and #(sentence[i + 1] or "") > 2 and sentence:gap(i) == "" and sentence:gap(i + 1) == ""
    and is_plain_word(sentence, i - 1)
    and is_plain_word(sentence, i + 1) and sentence:gap(i - 1) ~= "" and sentence:gap(i + 2) ~= "" and sentence[i + 2] ~= ","
end

local checks = { ["("] = check_open, [")"] = check_close, [","] = check_comma, [";"] = check_comma }

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  local mark = sentence[i]
  if not checks[mark](sentence, i) then return end
  report(sentence, i, i, { fix = mark == "(" and " (" or mark .. " ", title = "set the space" })
end

return rule
