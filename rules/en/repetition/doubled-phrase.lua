local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a phrase twice in a row",
  why     = [[A decoder says a phrase again before it goes on: *at the level of the at the level of the region*. Behind a dash, a
colon or a semicolon, and in speech, it may be meant. In an enumeration (*the house, the house, and the yard*) the second may
stand for something else, which only the source tells: there is no fix.]],
  level   = "warning",
  vocabulary = true,
  mqm     = "duplication",
  measured = "6 in raw MT articles, 0 in human references; 28 of 28 changed by post-editors; 7 of 10 touch a rater's error span; none in clean English",
  scope   = "document",
  options = { longest = 8 },
  message = "These words stand here twice.",
  bad = {
    { "It is <<in the north in the north>> of the island.", fix = "It is in the north of the island." },
    { "It was up to <<the president of the president of the>> council.", fix = "It was up to the president of the council." },
    { "They baked bread <<for nine days for nine days>>.", fix = "They baked bread for nine days." },
    { "<<On the island, on the island,>> nobody came.", fix = "On the island, nobody came." },
    { "They sold <<the old boat, the old boat,>> and the net.", fix = false },
  },
  good = {
    "It is in the north of the island.",
    "Day by day by day it grew, and little by little by little.",
    "“Come here, come here,” she said.",
    "It was long – it was long – and then: it was over; it was over.",
    "He is all in all in a good way.",
    "The more they bake the more they bake in haste.",
    "One by one, one by one they left. On and on and on.",
    "Now if the house is empty, if the house is empty, nobody will answer.",
  },
}

local function is_content(block, from, to)
  for k = from, to do
    local word = block[k]
    if block:kind(k) == "word" and #word > 3 and not words.function_words[word] then return true end
  end
  return false
end

-- "the more they have the more they want"
local function is_correlative(block, first)
  return block[first] == "the" and (block[first + 1] == "more" or block[first + 1] == "less")
end

local verbs = words.union(words.finite_verbs, words.contractions, words.set "let")

-- "if it is empty, if it is empty, …": a clause said twice between commas is said so by people, too.
local function is_emphatic(block, first, period)
  if block[first + period - 1] ~= "," and block[first + period] ~= "," then return false end
  for k = first, first + period - 1 do
    if verbs[block[k]] then return true end
  end
  return false
end

local function is_plain(block, from, to)
  for k = from, to do
    if block:kind(k) ~= "word" and block[k] ~= "," or block:quoted(k) or block:emphasized(k) then return false end
  end
  return true
end

local joining = words.set "and or nor"

-- "the house, the house, and the yard"
local function is_enumeration(block, first, last, period)
  if block[first - 1] == "," or joining[block[last + 1]] or block[last + 1] == "," and joining[block[last + 2]] then return true end
  local has_comma, is_joined = false, false
  for k = first, first + period - 1 do
    has_comma, is_joined = has_comma or block[k] == ",", is_joined or joining[block[k]] ~= nil
  end
  return has_comma and is_joined
end

function rule.check(match, report, options)
  for block, first, last, period in match.doc:loops(2) do
    local turns = (last - first + 2) // period
    if block[first] == "," then first = first + 1 end
    if period <= options.longest and turns == 2 and block.type ~= "table-cell" and is_plain(block, first, last)
      and not is_correlative(block, first) and not (last - first < 2 * period and is_emphatic(block, first, period))
      and is_content(block, first, first + period - 1) and block[first - 1] ~= ":" and block[first - 1] ~= "–" then
      local fix = not is_enumeration(block, first, last, period) and block:text(first, last - period) or nil
      report(block, first, last, { fix = fix })
    end
  end
end

return rule
