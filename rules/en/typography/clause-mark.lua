local clause = require "calque.clause"
local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a semicolon that parts no clauses",
  why     = [[*The first; three rounds were lost*, *the whale was; the largest of all*: a semicolon stands between clauses. Where the
words before it have no verb, or end in one that wants more, it is a mark too many.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "1 in rule-based es-en; none in clean English",
  trigger = "<word> <glued>&; <spaced>&<lower>",
  message = "No clause ends here: delete the semicolon.",
  bad = {
    { "The last<<;>> two loaves were eaten by the baker.", fix = "The last two loaves were eaten by the baker." },
    { "The mill was<<;>> the oldest building of the village.", fix = "The mill was the oldest building of the village." },
    { "She fed all who had previously<<;>> laughed at her.", fix = "She fed all who had previously laughed at her." },
    { "The bakers will sell this splendid<<;>> bread to all guests.", fix = "The bakers will sell this splendid bread to all guests." },
    { "Every young<<;>> baker learns his trade in the mill.", fix = "Every young baker learns his trade in the mill." },
  },
  good = {
    "The first three rounds were lost; the last one was won.",
    "So far, so good; nobody was hurt.",
    "Nobody knew who she was; the old man did.",
    "The guests left at ten; by eleven the mill was dark.",
    "Two boats; one net; and no fish: they were hungry.",
    "Jane Roe, editor; translated by John Doe, with notes that were new.",
    "Not so here; the road is closed.",
    "A momentary hush; the band plays on.",
    "A cold, wet morning; rain fell on the roof.",
    "On by default; disable it for smaller files.",
    "Added support for it; must be enabled by hand.",
    "- The expected size; defaults to none.",
  },
}

local comparing = words.set "who what where how that than as whatever wherever which whoever"

-- A list or a note has more marks than this one.
local function is_plain(sentence, i)
  for k = 1, #sentence do
    local token = sentence[k]
    if k ~= i and token == ";" or token == ":" or token == "(" and k < i or token == "/" or sentence:kind(k) == "quote" and k < i then return false end
  end
  return true
end

local function find_comma(sentence, from)
  for k = from, #sentence do
    if sentence[k] == "," then return k end
  end
  return #sentence
end

-- "The whale was; the largest", "it will normally; cover": what the verb wants is behind the mark.
local function wants_more(sentence, i)
  if words.modals[sentence[i - 1]] or words.modals[sentence[i - 2]] then
    return sentence:has_feature(i + 1, "VerbForm=Inf") and (words.modals[sentence[i - 1]] or (sentence:tag(i - 1)) == "ADV")
  end
  -- "who had previously; laughed at her", "the road has; been closed"
  if words.have[sentence[i - 1]] or words.have[sentence[i - 2]] and (sentence:tag(i - 1)) == "ADV" then
    return (sentence:tag(i + 1)) == "VERB" and not sentence[i + 1]:find("s$")
  end
  if not words.be[sentence[i - 1]] or words.subject_pronouns[sentence[i - 2]] then return false end
  local after = sentence:tag(i + 1)
  if after ~= "DET" and after ~= "ADJ" and after ~= "ADV" and (after ~= "NOUN" or clause.has_finite(sentence, i + 1)) then return false end
  for k = 1, i - 2 do
    if comparing[sentence[k]] or sentence[k] == "," or sentence[k] == "there" then return false end
  end
  return not clause.has_finite(sentence, i + 1, find_comma(sentence, i + 1))
end

-- "this splendid; bread for all": an adjective and its noun.
local function parts_noun(sentence, i)
  if (sentence:tag(i - 1)) ~= "ADJ" or (sentence:tag(i - 2)) ~= "DET" or (sentence:tag(i + 1)) ~= "NOUN" then return false end
  return not words.function_words[sentence[i - 1]] and not clause.has_finite(sentence, i + 1)
end

local openers = words.union(words.demonstratives, words.possessives, words.set [[the every each some many most other
  although when while if in at on by for from]])

-- A clause of its own begins: "A momentary hush; the band plays".
local clause_openers = words.union(words.subject_pronouns, words.conjunctions, words.articles, words.demonstratives, words.possessives, words.adverbs)

local function is_all_words(sentence, to)
  for k = 1, to do
    local kind = sentence:kind(k)
    if kind ~= "word" and kind ~= "number" and sentence[k] ~= "," then return false end
  end
  return true
end

-- "The guests left at ten": a past tense may look like a participle.
local function has_verb(sentence, to)
  for k = 1, to do
    if sentence:tag(k) == "VERB" and not sentence[k]:find("ing$") then return true end
  end
  return false
end

-- "The first; three rounds were lost", "Fresh bread; warms the heart": the subject stands apart from its verb.
local function lacks_verb(sentence, i)
  if i > 12 or sentence:case(1) == "lower" or not is_all_words(sentence, i - 1) or clause.has_finite(sentence, 1, i - 1)
    or has_verb(sentence, i - 1) then return false end
  local after = sentence[i + 1]
  if clause_openers[after] or (sentence:tag(1)) == "VERB" or sentence[1] == "not" then return false end -- "Added support; must be enabled"
  -- The bare form is an imperative: "On by default; disable it here".
  if clause.is_finite(sentence, i + 1) then return words.finite_verbs[after] ~= nil or after:find("s$") ~= nil or after:find("ed$") ~= nil end
  return openers[sentence[1]] and i < 10 and clause.has_finite(sentence, i + 1)
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first + 1
  if sentence.block.type ~= "paragraph" or not sentence.terminated or sentence.offset > 0 and sentence[1] == ";" or sentence:quoted(i) or sentence:emphasized(i) then return end
  if not is_plain(sentence, i) or not (lacks_verb(sentence, i) or wants_more(sentence, i) or parts_noun(sentence, i)) then return end
  report(sentence, i, i, { edits = { { i - 1, i, sentence:text(i - 1, i - 1) } }, title = "delete it" })
end

return rule
