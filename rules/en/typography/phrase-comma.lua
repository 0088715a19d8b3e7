local clause = require "calque.clause"
local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a comma or colon inside a phrase",
  why     = [[*The bridge had, been closed*, *they live in, the north*, *larger such: as*: an auxiliary and its verb, a preposition and its
noun, a subject and its verb, *such* and *as*, *found* and *that* are not parted unless two commas set something in between: *it is, of course, closed*.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "1 of 1 changed by post-editors; 0 of 1 touch a rater's error span; none in clean English",
  trigger = {
    "is|are|was|were|been|be|has|have|had|will|would|could|may|might|must|should <glued>&, <spaced>&<lower>",
    "of|in|from|with|at|by|into|during|between|among|on|for <glued>&, <spaced>&the|a|an|this|these|its|his|her|our|<number>|"
      .. "january|february|march|april|may|june|july|august|september|october|november|december",
    "such <glued>&: as", "more|less|rather|other <glued>&: than", "because <glued>&: of", "said|says|stated|announced|explained <glued>&: that",
    "been|had|has|have|be <glued>&: <lower>", "to|in|for|with|from|into|during <glued>&: <spaced>&<lower>|<capitalized>", "that <glued>&: <spaced>&<lower>",
    "find|finds|found|believe|believes|say|says|said|announced|explained|showed|shows|means|ensure|noted|reported|confirmed|claimed|stated|added|learned|revealed"
      .. " <glued>&, that i|you|he|she|it|we|they|the|there|this|these|those|his|her|its|their",
    "explain|explained|asked|showed|shows|understand|found <glued>&, how|why|whether i|you|he|she|it|we|they|the",
    "<glued>&: <spaced>&is|are|was|were|has|had|will|would|can|could",
  },
  message = "No pause can be here: delete the mark.",
  bad = {
    { "The old bridge had<<,>> been closed since May.", fix = "The old bridge had been closed since May." },
    { "The station was<<,>> working normally.", fix = "The station was working normally." },
    { "The next market opens in<<,>> October after the harvest.", fix = "The next market opens in October after the harvest." },
    { "The guild sold timber, and timber<<:>> is still stored there.", fix = "The guild sold timber, and timber is still stored there." },
    { "The first boat left the old port in<<:>> September.", fix = "The first boat left the old port in September." },
    { "She answered that<<:>> the road would be closed.", fix = "She answered that the road would be closed." },
    { "Every spring the bakers find<<,>> that their guild has grown.", fix = "Every spring the bakers find that their guild has grown." },
    { "They sell tools such<<:>> as saws.", fix = "They sell tools such as saws." },
    { "The mayor said<<:>> that the road was closed.", fix = "The mayor said that the road was closed." },
  },
  good = {
    "The old bridge had, of course, been closed since May.",
    "Wherever they are, living or dead, and as it was, working hard was best.",
    "It is the house that they live in, the one in the north.",
    "What it is made of, the old man knew. The boat is in, the net is not.",
    "They have two to: none. This is what we need to: go.",
    "If you must, go.",
    "They are separable from, or merely link (or bind by name) to the interfaces of, the work and its parts.",
    "From this point on, the output is written to a file.",
    "It is said: that is so. What the house is for: rest.",
    "The one question: is it safe? My advice: will not help. The rule is that: no one stays.",
    "It is, he said, that which the rest believe, that is all.",
    "The price is to be paid in: euros, crowns or pounds.",
    "Put your coat on, the wind is cold.",
    "The man she lived with, a retired baker, said nothing; he was the man she lived with, the miller.",
    "The isles that town trades with, all of them green, were told.",
    "It was, working or not, a boat in, on or under the water.",
  },
}

local comparing = words.union(words.subordinators, words.set "who whom whose what which that how when where as than there whatever wherever whoever however")

-- Behind "he said that" and "In 1990," a simple clause begins.
local function is_simple(sentence, i)
  for k = i, 1, -1 do
    local token = sentence[k]
    if token == "that" and words.reporting_verbs[sentence[k - 1]] then return true end
    if comparing[token] then return false end
    if token == "," or token == ";" or token == ":" then return k < i - 8 or token == "," and k < 5 and k < i - 3 end
  end
  return true
end

local function has_mark_ahead(sentence, i)
  for k = i + 1, i + 10 do
    local token = sentence[k]
    if token == "," or token == "-" or token == "–" or token == "—" or token == ")" then return true end
  end
  return false
end

-- What an auxiliary wants stands behind the comma, and no second one closes an insertion.
local function parts_verb(sentence, i)
  local auxiliary = sentence[i - 1]
  if words.pronouns[sentence[i - 2]] or has_mark_ahead(sentence, i) or not is_simple(sentence, i - 2) then return false end
  if words.function_words[sentence[i + 1]] and not words.auxiliaries[sentence[i + 1]] or words.finite_verbs[sentence[i + 1]] then return false end
  local upos = sentence:tag(i + 1)
  if upos ~= "VERB" and upos ~= "AUX" then return false end
  if words.modals[auxiliary] then return sentence:has_feature(i + 1, "VerbForm=Inf") and (sentence:tag(i - 1)) == "AUX" end
  return sentence:has_feature(i + 1, "VerbForm=Part") and (not words.have[auxiliary] or not sentence[i + 1]:find("ing$"))
end

-- "separable from, or bound to the interfaces of, the Work"; "from this point on, the file"
local function shares_noun(sentence, i)
  for k = i - 2, 1, -1 do
    if sentence[k] == "," and words.prepositions[sentence[k - 1]] and words.coordinators[sentence[k + 1]] then return true end
    if sentence[k] == "from" and sentence[i - 1] == "on" and k > i - 6 then return true end
  end
  return false
end

-- "the man she lived with, a baker", "the isle they trade with, the largest, is far"
local function is_apposed(sentence, i)
  local before = sentence:tag(i - 4)
  if words.subject_pronouns[sentence[i - 3]] and (before == "NOUN" or before == "PROPN") then return true end
  for k = i + 3, i + 12 do
    if sentence[k] == "," then return clause.is_finite(sentence, k + 1) end
  end
  return false
end

-- "they live in, the north": the verb stands before, and neither a relative clause nor an infinitive strands the word.
local function parts_noun(sentence, i)
  if not is_simple(sentence, i - 2) or shares_noun(sentence, i) or is_apposed(sentence, i) then return false end
  -- "Put your coat on, the wind is cold"
  if (sentence[i - 1] == "on" or sentence[i - 1] == "in") and not words.months[sentence[i + 1]] and clause.has_auxiliary(sentence, i + 1) then return false end
  local upos = sentence:tag(i - 2)
  if upos ~= "NOUN" and upos ~= "PROPN" and not (upos == "VERB" and sentence[i - 1] ~= "in" and sentence[i - 1] ~= "on" and sentence[i - 1] ~= "by") then return false end
  if upos == "VERB" and (sentence[i - 3] == "to" or sentence:has_feature(i - 2, "VerbForm=Part")) then return false end
  return ((sentence:tag(i - 1)) == "ADP" or words.months[sentence[i + 1]]) and sentence.terminated
end

-- A list or an example is led to by a colon: "it consists of: flour, salt and water".
local function ends_plainly(sentence, i)
  for k = i + 1, #sentence do
    local token = sentence[k]
    if token == "," or token == ";" or token == ":" or sentence:kind(k) == "quote" or words.subject_pronouns[token] then return false end
  end
  return sentence.terminated and sentence[#sentence] == "." and sentence.doc.format == "plain" and #sentence > i + 1
end

local stranded = words.set "to in for with from into during"

-- "The guild meets in: October"
local function parts_object(sentence, i)
  local before = sentence:tag(i - 2)
  if not ends_plainly(sentence, i) or not is_simple(sentence, i - 2) or (sentence:tag(i - 1)) ~= "ADP" or i < 5 then return false end
  return before == "VERB" or before == "NOUN" or before == "PROPN" or before == "ADV"
end

-- "timber: is still stored": a subject and its verb.
local function parts_subject(sentence, i)
  local after = sentence[i + 2]
  if words.pronouns[after] or words.determiners[after] or not ends_plainly(sentence, i) or sentence.doc.format ~= "plain" then return false end
  if i < 4 or sentence[#sentence] == "?" or sentence:kind(1) ~= "word" or words.function_words[sentence[i - 1]] then return false end
  local upos = sentence:tag(i - 1)
  if upos ~= "NOUN" and upos ~= "PROPN" and sentence:case(i - 1) ~= "capitalized" or sentence:case(i + 1) ~= "lower" then return false end
  return sentence:tag(i + 2) == "ADV" or sentence:has_feature(i + 2, "VerbForm=Part")
end

local clause_words = words.set "that how why whether"

-- "they found, that the mill had been sold": the comma of German and Russian.
local function parts_clause(sentence, i)
  for k = i - 2, i - 6, -1 do
    if sentence[k] == "," or sentence[k] == "(" then return false end
  end
  return (sentence:tag(i - 1)) == "VERB" and sentence.doc.format == "plain" and not sentence:has_feature(i - 1, "Voice=Pass")
end

local function is_told(sentence, i)
  for k = i - 2, i - 5, -1 do
    if words.reporting_verbs[sentence[k]] then return not words.finite_verbs[sentence[k - 1]] end
  end
  return false
end

local function is_stray_comma(sentence, i)
  if clause_words[sentence[i + 1]] then return parts_clause(sentence, i) end
  if words.auxiliaries[sentence[i - 1]] then return parts_verb(sentence, i) end
  return parts_noun(sentence, i)
end

-- "such: as", "has: been", "said: that", "is not due to: open"
local function is_stray_colon(sentence, i)
  local before, after = sentence[i - 1], sentence[i + 1]
  if after == "that" and not stranded[before] then return not words.finite_verbs[sentence[i + 2]] end
  if words.have[before] or words.be[before] then return sentence:has_feature(i + 1, "VerbForm=Part") and is_simple(sentence, i - 2) end
  if before == "that" then return is_told(sentence, i) and ends_plainly(sentence, i + 1) and not words.auxiliaries[after] end
  if words.auxiliaries[after] then return parts_subject(sentence, i) end
  if not stranded[before] then return true end
  if before ~= "to" or (sentence:tag(i - 1)) == "ADP" then return parts_object(sentence, i) end
  return sentence:has_feature(i + 1, "VerbForm=Inf") and not has_mark_ahead(sentence, i) and is_simple(sentence, i - 2)
    and words.subject_pronouns[sentence[i - 2]] == nil and (sentence:tag(i - 2)) ~= "VERB"
end

function rule.check(match, report)
  local sentence = match.sentence
  local i = match.first + (sentence[match.first] == ":" and 0 or 1)
  if sentence:quoted(i) or sentence:emphasized(i) or i < 3 then return end
  if sentence:case(i - 1) ~= "lower" and not words.auxiliaries[sentence[i + 1]] then return end
  local is_stray = sentence[i] == "," and is_stray_comma or is_stray_colon
  if not is_stray(sentence, i) then return end
  report(sentence, i, i, { edits = { { i - 1, i, sentence:text(i - 1, i - 1) } }, title = "delete it" })
end

return rule
