local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a comma or colon inside a phrase",
  why     = [[*The bridge had, been closed*, *they live in, the north*, *larger such: as*: an auxiliary and its verb, a preposition and its
noun, *such* and *as* are not parted unless two commas set something in between: *it is, of course, closed*.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "1 of 1 changed by post-editors; none in clean English",
  trigger = {
    "is|are|was|were|been|be|has|have|had|will|would|could|may|might|must|should <glued>&, <spaced>&<lower>",
    "of|in|from|with|at|by|into|during|between|among|on|for <glued>&, <spaced>&the|a|an|this|these|its|his|her|our|<number>|"
      .. "january|february|march|april|may|june|july|august|september|october|november|december",
    "such <glued>&: as", "more|less|rather|other <glued>&: than", "because <glued>&: of", "said|says|stated|announced|explained <glued>&: that",
    "been|had|has|have|be <glued>&: <lower>", "to <glued>&: <lower>",
  },
  message = "No pause can be here: delete the mark.",
  bad = {
    { "The old bridge had<<,>> been closed since May.", fix = "The old bridge had been closed since May." },
    { "The station was<<,>> working normally.", fix = "The station was working normally." },
    { "The match takes place in<<,>> December at the old port.", fix = "The match takes place in December at the old port." },
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
    "It is said: that is so.",
    "Put your coat on, the wind is cold.",
    "It was, working or not, a boat in, on or under the water.",
  },
}

local comparing = words.union(words.subordinators, words.set "who whom whose what which that how when where as than there whatever wherever whoever however")

local function is_simple(sentence, i)
  for k = i, 1, -1 do
    if comparing[sentence[k]] then return false end
    if sentence[k] == "," or sentence[k] == ";" or sentence[k] == ":" then return k < i - 8 end
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

local function has_finite(sentence, from)
  for k = from, #sentence do
    if words.finite_verbs[sentence[k]] then return true end
  end
  return false
end

-- "they live in, the north": the verb stands before, and neither a relative clause nor an infinitive strands the word.
local function parts_noun(sentence, i)
  if not is_simple(sentence, i - 2) or shares_noun(sentence, i) then return false end
  -- "Put your coat on, the wind is cold"
  if (sentence[i - 1] == "on" or sentence[i - 1] == "in") and not words.months[sentence[i + 1]] and has_finite(sentence, i + 1) then return false end
  local upos = sentence:tag(i - 2)
  if upos ~= "NOUN" and upos ~= "PROPN" and not (upos == "VERB" and sentence[i - 1] ~= "in" and sentence[i - 1] ~= "on" and sentence[i - 1] ~= "by") then return false end
  if upos == "VERB" and (sentence[i - 3] == "to" or sentence:has_feature(i - 2, "VerbForm=Part")) then return false end
  return ((sentence:tag(i - 1)) == "ADP" or words.months[sentence[i + 1]]) and sentence.terminated
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first + 1
  if sentence:quoted(i) or sentence:emphasized(i) or sentence:case(i - 1) ~= "lower" or i < 3 then return end
  local is_stray = true
  if sentence[i] == "," then
    is_stray = words.auxiliaries[sentence[i - 1]] and parts_verb(sentence, i) or words.prepositions[sentence[i - 1]] and parts_noun(sentence, i)
  elseif sentence[i + 1] == "that" then
    is_stray = not words.finite_verbs[sentence[i + 2]]
  elseif words.have[sentence[i - 1]] or words.be[sentence[i - 1]] then
    is_stray = sentence:has_feature(i + 1, "VerbForm=Part") and is_simple(sentence, i - 2)
  elseif sentence[i - 1] == "to" then
    is_stray = sentence:has_feature(i + 1, "VerbForm=Inf") and not has_mark_ahead(sentence, i) and is_simple(sentence, i - 2)
      and words.subject_pronouns[sentence[i - 2]] == nil and (sentence:tag(i - 2)) ~= "VERB"
  end
  if not is_stray then return end
  report(sentence, i, i, { edits = { { i - 1, i, sentence:text(i - 1, i - 1) } }, title = "delete it" })
end

return rule
