-- The last line of a text, where it says something and has no stop.
local words = require "calque.words"

local last_line = {}

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
      or sentence[i] == "/" or sentence[i] == "=" or sentence[i] == "<" or sentence[i] == "[" or (sentence[i] == "-" or sentence[i] == "–") and sentence:gap(i) ~= "" then
      return false
    end
  end
  return sentence:case(1) == "capitalized" or sentence:kind(1) == "quote" or sentence:kind(1) == "number"
    or sentence:case(1) == "upper"
end

-- "Leopards for Kyiv: why they matter"
local function is_headline(sentence)
  for i = 2, #sentence - 1 do
    if sentence[i] == ":" and sentence:gap(i + 1) ~= "" then return i < 9 end
  end
  return false
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

-- Behind the last word stands nothing but a bracket or a quotation mark.
local function ends_in_word(sentence)
  local last = #sentence
  if sentence:role(last) == "close" then last = last - 1 end
  if sentence[last] == ")" then last = last - 1 end
  return sentence:kind(last) == "word" or sentence:kind(last) == "number"
end

---Whether a sentence before it, in its block or the one above, has its stop.
function last_line.follows_sentence(sentence)
  local before, block = sentence.previous, sentence.block
  if not before and block.previous then
    for last in block.previous:sentences() do before = last end
  end
  return before ~= nil and before.terminated
end

-- Has the sentence `least` words or more, and should it have a stop?
local function lacks_stop(sentence, least)
  if not ends_in_word(sentence) or not may_end_text(sentence.block) or openers[sentence[1]] then return false end
  if sentence:text(#sentence, #sentence):sub(-1) == "." then return false end -- etc.
  return count_words(sentence) >= least and says_something(sentence) and is_plain(sentence) and not is_headline(sentence)
end

---The text's last sentence, where it has `least` words or more, and lacks its stop.
function last_line.find(doc, least)
  local sentence = doc.last
  if sentence and sentence.language:sub(1, 2) == "en" and lacks_stop(sentence, least) then return sentence end
end

return last_line
