local words = require "calque.words"

local ends = words.set ". , : ; in on at during after to as when ! ?"

local rule = {
  api     = 1,
  summary = "a closing quotation mark stuck to the next word",
  why     = [[Tools that put tokens back together take a mark for an opening one when they have lost count: the
closing mark of *“…,” she said* moves to the wrong side of the space. Where the quotation begins in the same paragraph,
there is a fix.]],
  level   = "error",
  mqm     = "punctuation",
  measured = "15 in raw MT articles, 0 in human references; 4 of 7 changed by post-editors; none in clean English; read: 15 of 15 right in raw MT articles",
  trigger = ", <spaced>&\"|“|” <glued>&<lower>|<capitalized>",
  message = "The mark closes the quotation: put it before the space.",
  bad = {
    { "\"The bridge is safe<<, \"the report said>>.", fix = "\"The bridge is safe,\" the report said." },
    { "“The bridge is safe<<, “he said>>.", fix = "“The bridge is safe,” he said." },
    { "\"Nobody saw the thief<<, \"said>> the guard.", fix = "\"Nobody saw the thief,\" said the guard." },
    { "The harbour has been closed since Monday<<, \"the mayor of the town explained>>.", fix = false },
  },
  good = {
    "\"The bridge is safe,\" the report said.",
    "\"Yes, \"he\" is the word,\" she said.",
    "He replied, \"the report said nothing of that.\"",
    "She wrote, \"the man who said so was right.\"",
    "\"There,\" cried the guard, \"you hear what they say, and nobody minds. We will wait.\"",
    "Asked about the bridge, \"safe\" was all he said.",
  },
}

-- "said the guard", "said Lee": the verb, and whoever speaks.
local function is_verb_first(sentence, first)
  return words.reporting_verbs[sentence[first]] and sentence:case(first) == "lower"
    and (words.articles[sentence[first + 1]] or sentence:case(first + 1) == "capitalized")
end

-- The reporting verb, where nothing but a short subject stands between it and the mark.
local function reporting_verb(sentence, first)
  if is_verb_first(sentence, first) then return first end
  for i = first, first + 5 do
    local word = sentence[i]
    if sentence:kind(i) ~= "word" then return nil end
    if i > first and words.reporting_verbs[word] and ends[sentence[i + 1] or "."] then
      return i
    end
    if words.finite_verbs[word] or words.relative_pronouns[word] then return nil end
  end
end

-- A mark behind the verb would be the real end of what the first mark opens.
local function closes_later(sentence, first)
  return sentence:next_mark(first) ~= nil
end

local furthest = 400 -- tokens into a paragraph

-- How many marks stand before the comma in its paragraph; nil where that is too far to count.
local function count_marks(sentence, comma)
  local block, last, count = sentence.block, sentence.offset + comma, 0
  if last > furthest then return nil end
  local i = block:next_mark(1)
  while i and i <= last do
    if block[i] ~= "'" then count = count + 1 end
    i = block:next_mark(i + 1)
  end
  return count
end

-- “There,” he said, “you hear it. And …”: all before it are paired, and in another sentence of the paragraph this one ends.
local function opens(sentence, count, verb)
  if not count or count % 2 == 1 then return false end
  local block = sentence.block
  local next = block:next_mark(sentence.offset + verb)
  return next ~= nil and block:gap(next) == ""
end

function rule.check(match, report)
  local sentence, comma = match.sentence, match.first
  local mark = comma + 1
  local verb = reporting_verb(sentence, mark + 1)
  if not verb or closes_later(sentence, verb) then return end
  local count = count_marks(sentence, comma)
  if opens(sentence, count, verb) then return end
  local closing = sentence[mark] == "\"" and "\"" or "”"
  local fix = count and count % 2 == 1 and "," .. closing .. " " .. sentence:text(mark + 1, verb) or nil
  report(sentence, comma, verb, { fix = fix })
end

return rule
