local rule = {
  api     = 1,
  summary = "the same words over and over",
  why     = [[A decoder that has lost its way repeats one clause until its token limit. The text that should stand here is
missing: translate the passage again.]],
  level   = "error",
  mqm     = "non-translation",
  scope   = "document",
  options = { turns = 3, tail = 20 },
  message = "The text runs in a circle here: what it should say is missing.",
  bad = {
    { "It rained. <<And I went to the town hall, and I went to the town hall, and I went to the town hall, and I went to "
      .. "the town hall,>>", fix = false },
    { "He saw <<the history of the people of the country, the history of the people of the country, the history of the "
      .. "people of the country>>" },
    { "Open <<the door of the house, the door of the house, the door of the house, the door of the house>>." },
  },
  good = {
    "And I went to the town hall, and then I went to the town hall again, and I stayed.",
    "Again and again and again and again and again.",
    "Row, row, row your boat.",
    "He saw the history of the people of the country, the history of the people of the country.",
  },
}

-- Cheap, and enough to look closer: does the end of the text stand in it before?
local function may_loop(text, tail)
  if #text < 4 * tail then return false end
  local piece = text:sub(-tail - 1, -2)
  local at = text:find(piece, 1, true)
  return at ~= nil and at < #text - 2 * tail
end

-- How many tokens before `last` equal those one period further on.
local function count_equal(block, last, period)
  local i = last
  while i > period and block[i] == block[i - period] do i = i - 1 end
  return last - i
end

local function find_loop(block, turns)
  local count = #block
  if block[count] == "." then count = count - 1 end
  for last = count, math.max(count - 1, 1), -1 do
    for period = 3, count // turns do
      local equal = count_equal(block, last, period)
      -- The comma between two turns does not stand behind the last.
      if equal + 1 >= period * (turns - 1) then return last - equal - period + 1, last end
    end
  end
end

function rule.check(match, report, options)
  for block in match.doc:blocks() do
    if may_loop(block:text(), options.tail) then
      local first, last = find_loop(block, options.turns)
      if first then report(block, first, last) end
    end
  end
end

return rule
