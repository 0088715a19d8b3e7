local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "the last sentence of a text has no stop",
  why     = [[Output that was cut at a limit, or a stop that got lost: a text of several sentences ends without one, or a long line
with a verb in it does. Headings, captions, signatures and lists end as they like.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "27 in raw MT articles, 10 in human references; 1 in rule-based es-en; 44 of 160 changed by post-editors; 3 of 15 touch a rater's error span; 4 in clean English",
  trigger = { "<word>|<number> $", "<word>|<number> <close>|\\) $", "<word>|<number> \\) <close> $" },
  options = { words = 6, lone_words = 12 },
  message = "The text ends here without a stop: is something missing?",
  bad = {
    { "It rained all day. Nobody saw that the bridge had gone <<down>>", fix = false },
    { "It rained. They said that the bridge would be “a danger to all who use it<<”>>" },
    { "It rained.\n\nThey said that the bridge would be closed for three <<weeks>>" },
    { "The people who live on the other bank of the river have not been told when the bridge will be open to them <<again>>" },
  },
  good = {
    "It rained all day. Nobody saw that the bridge had gone down.",
    "They had it all: bread, salt, etc.",
    "Bridge closed for three weeks after heavy rain",
    "It rained all day.\n\nAnna Berg, Tallinn",
    "It rained all day.\n\n- one of the things that they had to do",
    "It rained all day. See https://example.com/the/bridge",
    "It rained all day.\n\nRead more about what happened to the bridge",
  },
}

local clause = words.union(words.finite_verbs, words.set "that which who because although while when if where but after before since so")

local function says_something(sentence)
  for i = 2, #sentence - 1 do
    if clause[sentence[i]] or sentence[i] == "," or sentence[i] == "to" or sentence:kind(i) == "word" and sentence[i]:find("ed$") then
      return true
    end
  end
  return false
end

local function is_plain(sentence)
  for i = 1, #sentence do
    local kind = sentence:kind(i)
    if kind == "url" or kind == "email" or kind == "placeholder" or kind == "hashtag" or sentence[i] == "|"
      or sentence[i] == "=" or sentence[i] == "<" or sentence[i] == "[" or (sentence[i] == "-" or sentence[i] == "–") and sentence:gap(i) ~= "" then
      return false
    end
  end
  return sentence:case(1) == "capitalized" or sentence:kind(1) == "quote" or sentence:kind(1) == "number"
    or sentence:case(1) == "upper"
end

local openers = words.set "read see more watch listen photo photos image source by follow subscribe click with reporting"

local function count_words(sentence)
  local count = 0
  for i = 1, #sentence do
    if sentence:kind(i) == "word" or sentence:kind(i) == "number" then count = count + 1 end
  end
  return count
end

-- In plain text a line without a stop counts as a heading.
local function may_end_text(block)
  return block.type == "paragraph" or block.type == "heading" and block.doc.format == "plain"
end

function rule.check(match, report, options)
  local sentence, block = match.sentence, match.sentence.block
  if sentence:text(#sentence, #sentence):sub(-1) == "." then return end -- etc.
  if sentence.next or block.next or not may_end_text(block) or openers[sentence[1]] then return end
  local before = sentence.previous
  if not before and block.previous then
    for last in block.previous:sentences() do before = last end
  end
  -- Behind another sentence a short one will do; a lone line is a heading unless it is very long.
  local least = before and before.terminated and options.words or options.lone_words
  if count_words(sentence) < least or not says_something(sentence) or not is_plain(sentence) then return end
  report(sentence, #sentence, #sentence)
end

return rule
