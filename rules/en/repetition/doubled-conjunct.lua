local words = require "calque.words"

-- X and X that is meant: more and more, again and again, years and years.
local meant = words.set [[more less worse better again years days weeks months hours minutes decades centuries ages miles over on up down
  round around out through by far half so such very many much longer further deeper now then this that these those it him her
  you me us them one two three four five six seven eight nine ten hundreds thousands millions billions dozens scores tons loads
  lots pages rows layers piles heaps stacks mounds mountains oceans rivers acres reams sheets buckets bags boxes crates rolls
  rounds waves lines rooms shelves hordes flocks throngs generations on off in back forth ever never all some any other others each both good bad big old
  yes no mile inch step bit people things days mornings evenings nights i he she we they who what where why how when there here
  the a an of to for with at is was are were be been do did done had has have can could will would may might if or and but as
  go went come came run ran talk talked walk walked try tried wait waited cry cried laugh laughed think thought work worked
  neck grow grew dig dug look looked search searched read write rain rained fall fell turn turned]]

local rule = {
  api     = 1,
  summary = "“X and X”",
  why     = [[The source had two words of nearly the same meaning, and the engine knows one for both: *shouting and shouting*,
*innovation and innovation*. Comparatives and words of time and number are said twice on purpose.]],
  level   = "warning",
  mqm     = "addition",
  measured = "12 in raw MT articles, 2 in human references; 21 of 21 changed by post-editors; 40 of 63 touch a rater's error span; 1 in clean English",
  trigger = "and|or <echo>",
  message = "The same word on both sides: the second one must have been another.",
  bad = {
    { "They lived from <<shouting and shouting>> at the sea.", fix = false },
    { "It is a centre of <<innovation and innovation>>." },
    { "It is near the <<station or station>> that you know." },
  },
  good = {
    "They lived from shouting and singing.",
    "It rained for years and years, and colder and colder it got.",
    "They tried and tried again.",
    "He is a friend of a friend, and the sea and Sea World are near.",
    "There are apples and apples.",
    "He knocked, and shouted and shouted at reams and reams of paper.",
    "House and house prices rose.",
    "Costs continued to climb and climb, time and time again, for large ships or ships with two decks.",
  },
}

local function is_comparative(word)
  return word:find("er$") ~= nil and #word < 9 or word:find("ier$") ~= nil
end

local time = words.set "time times"

-- "to rise and rise, and", "describing and describing again": it went on.
local function is_verb_meant(sentence, i)
  local after = sentence[i + 2]
  if after == "again" then return true end
  if sentence[i] ~= "and" or after and after ~= "and" and sentence:kind(i + 2) ~= "punctuation" then return false end
  return not sentence[i - 1]:find("ing$") and (sentence:tag(i - 1)) == "VERB" and (sentence:tag(i + 1)) == "VERB"
end

-- "multi-user systems or systems with large disks": each has words of its own.
local function has_own_words(sentence, i)
  local before = sentence:tag(i - 2)
  return (before == "ADJ" or before == "NOUN") and sentence:tag(i + 2) == "ADP" and sentence[i + 2] ~= "of"
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  local word = sentence[i - 1]
  if #word < 4 or meant[word] or is_comparative(word) or sentence:quoted(i) or sentence:case(i - 1) ~= "lower" then return end
  if sentence:case(i + 1) ~= "lower" or sentence:emphasized(i - 1) ~= sentence:emphasized(i + 1) then return end
  -- "There are apples and apples", "House and house prices", "he tried and tried"
  local after, before = sentence[i + 2], sentence[i - 2]
  if before == "are" or sentence:kind(i + 2) == "word" and not words.function_words[after] then return end
  if words.subject_pronouns[before] or word:find("ed$") and (before == "and" or sentence:case(i - 2) == "capitalized") then return end
  -- "to balance and balance it", "data or data about them"
  if words.determiners[after] and after ~= "that" or words.object_pronouns[after] or after == "about" then return end
  if is_verb_meant(sentence, i) or has_own_words(sentence, i) or time[word] then return end
  report(sentence, i - 1, i + 1)
end

return rule
