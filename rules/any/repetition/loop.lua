local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "the same words over and over",
  why     = [[A decoder that has lost its way repeats one clause until its token limit. The text that should stand here is
missing: translate the passage again. The fix only says it once, and leaves out what only leads to the next turn.]],
  level   = "error",
  mqm     = "non-translation",
  measured = "1 in raw MT articles, 0 in human references; 14 of 14 changed by post-editors; 5 of 14 touch a rater's error span; none in clean English",
  scope   = "document",
  options = { turns = 3, length = 70 },
  message = "The text runs in a circle here: what it should say is missing.",
  bad = {
    { "It rained. <<And I went to the town hall, and I went to the town hall, and I went to the town hall, and I went to "
      .. "the town hall,>>", fix = "It rained. And I went to the town hall," },
    { "They drank from <<the well of the well of the well of the well of the well of the well of the well of the well>> "
      .. "in May.", fix = "They drank from the well in May." },
    { "They came <<from the old gate, and from the old gate, and from the old gate, and from the old gate, and from the>> "
      .. "road.", fix = "They came from the old gate, and from the road." },
    { "He saw <<the history of the people of the country, the history of the people of the country, the history of the "
      .. "people of the country>>" },
    { "Open <<the door of the house, the door of the house, the door of the house, the door of the house>>." },
  },
  good = {
    "And I went to the town hall, and then I went to the town hall again, and I stayed.",
    "Again and again and again and again and again.",
    "Row, row, row your boat.",
    "Here it ends: ──┼──┼──┼──┼──┼──┼──┼──┼──┼──┼── and the next begins.",
    "He saw the history of the people of the country, the history of the people of the country.",
  },
}

-- Frames of tables and ornaments are drawn with loops of signs.
local function says_something(block, first, last)
  for i = first, last do
    local kind = block:kind(i)
    if kind == "word" or kind == "number" or kind == "ideograph" then return true end
  end
  return false
end

-- Where the last turn, which is cut, lacks nothing but what leads to the next one (", and"), it is enough; else the whole
-- first turn stands before it.
local function find_end(block, first, last, period)
  local rest = (last - first + 1) % period
  if rest == 0 then return first + period - 1 end
  for i = first + rest, first + period - 1 do
    if block:kind(i) ~= "punctuation" and not words.function_words[block[i]] then return first + period + rest - 1 end
  end
  return first + rest - 1
end

function rule.check(match, report, options)
  for block, first, last, period in match.doc:loops(options.turns) do
    if #block:text(first, last) >= options.length and says_something(block, first, first + period - 1) then
      if block[first] == "," then first = first + 1 end
      report(block, first, last, { fix = block:text(first, find_end(block, first, last, period)), title = "say it once" })
    end
  end
end

return rule
