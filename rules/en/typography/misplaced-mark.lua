local clause = require "calque.clause"
local words = require "calque.words"

local nouns_follow = "the|a|an|my|your|our|their|every"
local prepositions = "of|from|with|for|into|at|by|during|to|between|among|until|along|against|without|towards|toward"
local verbs = "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|be|been"

local rule = {
  api     = 1,
  summary = "a stop or comma where no pause can be",
  why     = [[An engine drops marks into the middle of a phrase: *one of the, best*, *it was! announced*, *because; of it*, *the
source- text*. Behind an article, a preposition or an auxiliary none can stand, and a word that begins a clause in lower case
follows no stop.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "2 in raw MT articles, 1 in human references; 1 of 1 changed by post-editors; 0 of 2 touch a rater's error span; 4 in clean English",
  trigger = {
    nouns_follow .. " ,|.|;|:|!|\\?",
    prepositions .. " ;|!|\\?|:",
    verbs .. " ;|!|\\?",
    "and|or|but|because|that|which|if|not|its ;|!|\\?",
    "more|most|very|also|each|no|these|those|such|both|several ;|!",
    "; on|of|in|at|by|for|with|from|to|as|that",
    "will|would|can|could|may|might|must|should : <lower>",
    "<glued>&- <spaced>&<word>|<number>",
    ", \\(|!|\\?",
    ": \\(|respectively",
    "to|in|from|of|for|with|into|at|by <glued>&.",
    "january|february|march|april|may|june|july|august|september|october|november|december ;|!|\\?|:",
    "of|from|with|for|into|at|in|to|between <glued>&;|!|\\? <spaced>&<capitalized>|<number>", "in|on <glued>&; <spaced>&<lower>",
    "<glued>&. <spaced>&<lower>",
  },
  message = "No mark can stand here: delete it.",
  bad = {
    { "They live in the<<,>> old town by the river.", fix = "They live in the old town by the river." },
    { "The road was closed because<<;>> of the heavy rain.", fix = "The road was closed because of the heavy rain." },
    { "The talks were<<!>> opened in the old port.", fix = "The talks were opened in the old port." },
    { "They work with the port<<;>> on the project.", fix = "They work with the port on the project." },
    { "They came in a<<.>> strange boat to the island.", fix = "They came in a strange boat to the island." },
    { "The garden gives them herbs and fresh<<->> fruit.", fix = "The garden gives them herbs and fresh fruit." },
    { "The guild built a chapel in the Duchy of<<!>> Westmark long ago.", fix = "The guild built a chapel in the Duchy of Westmark long ago." },
    { "The guild sold its mill in March<<;>> 1931 to a baker.", fix = "The guild sold its mill in March 1931 to a baker." },
    { "The baker warms the Kitchen<<.>> and kneads the dough for his guests.", fix = "The baker warms the Kitchen and kneads the dough for his guests." },
    { "The mayor has few villagers in<<;>> favour of the mill.", fix = "The mayor has few villagers in favour of the mill." },
    { "They paid 40 crowns<<,>> (three euros) a trip.", fix = "They paid 40 crowns (three euros) a trip." },
    { "The roof gives shade from<<.>> the sun at noon.", fix = "The roof gives shade from the sun at noon." },
    { "They came in fourth and fifth place<<:>> respectively.", fix = "They came in fourth and fifth place respectively." },
  },
  good = {
    "It is 5 in. long and what he came for. iPods are cheap.",
    "They live in the old town by the river.",
    "The pre- and post-war houses, and the two- to three-room ones.",
    "It consists of, for example, salt and, in winter, of ice.",
    "Who is it? he asked. What for? nobody knows.",
    "Choose a, b or c. The answer is: no.",
    "That is who they are; nobody knows more.",
    "They would never want that; they want to be inside, and that is all there is to it.",
    "It is near, at, or under, the bridge that he spoke of.",
    "They came for the bread; for the wine they had to wait.",
    "He works by day; at night, on the road, he sleeps.",
    "This is her, not his, garden, and on this, or even the next, boat.",
    "I know what it is made of: wood.",
    "They hoped for no; what came was a yes.",
    "Nobody wants to; everybody has to.",
    "She pulled out a box of comfits, (luckily the water had not got into it), and ate.",
    "Alice gave her good advice, (though she seldom followed it).",
    "The sum is calculated as: (one half) of the price.",
    "It consists of: flour, salt and water.",
    "They loved the land he came from; the sea they feared.",
    "First, I am on the same side as you are; secondly, they make such a noise.",
    "The price $a, (not $b) holds; -a; expr is code.",
    "That is the index it is assigned to; otherwise it is lost.",
    "The pre- and post- scripts run.",
    "You may:\n\na. reproduce the work, and\n\na, b or c.",
    "Call write (a, file) first.",
    "Add salt, (optional) pepper and oil, as in Smith v. Roe, (1980) 2 All.",
    "It is all that I dream of: home. To be; to have; to hold.",
    "Support is available; for a list of offers see the page.",
    "Take *a*, then run it.",
    "It was told by the old Theor. and in the book Trans. by his son.",
    "The over- under- and mis-used words are few.",
  },
}

local parenthetical = words.set [[for say among as at and or but in perhaps well uh um er so if when where while though although
  according of by to with not like especially including particularly above let i you we he she they it most more]]

local contrasting = words.set "not or and if but nor even"

-- "of, for example, salt": the comma opens an insertion, and another closes it: "her, not his, garden".
local function is_insertion(sentence, i)
  if parenthetical[sentence[i + 1]] then return true end
  for k = i - 1, i - 6, -1 do
    if sentence[k] == "," then return contrasting[sentence[k + 1]] ~= nil end
  end
  for k = i + 2, i + 7 do
    if sentence[k] == "," or sentence[k] == "-" or sentence[k] == "–" or sentence[k] == "—" then return true end
  end
  return false
end

-- What follows the mark, in the sentence or as the beginning of the next.
local function next_word(sentence, i)
  if i < #sentence then return sentence, i + 1 end
  return sentence.next, 1
end

local function goes_on(sentence, i)
  local text, k = next_word(sentence, i)
  return text ~= nil and text:kind(k) == "word" and text:case(k) == "lower" and text:gap(k) == " "
    and #text[k] > 1 and not (text[k + 1] == "." and #text[k] == 1)
end

local conjunctions = words.set "and or but because which if its"
local asking = words.set "who what where when why how which whom whose and or but so do does did for in to from"
local articles = words.set "the a an my your our their every"
local starts = words.union(words.set "firstly secondly thirdly finally lastly otherwise hence", words.conjunctions, words.subject_pronouns, words.contractions, words.adverbs, words.reporting_verbs, words.set "this that these those there")

-- "That is who they are; nobody knows more": what follows is a clause of its own.
local function may_end(sentence, i)
  local word, text, k = sentence[i - 1], next_word(sentence, i)
  if articles[word] or conjunctions[word] then return false end
  local after = text[k]
  if sentence[i] == "?" and (asking[sentence[1]] or words.auxiliaries[sentence[1]]) then return true end
  if starts[after] or words.prepositions[after] then return true end
  -- "nobody wants to; everybody has to"
  if sentence[i] == ";" and sentence:tag(i + 1) == "PRON" and clause.has_auxiliary(sentence, i + 1) then return true end
  local is_participle = after:find("ed$") or after:find("ing$") or after:find("ly$") or after:find("en$") or after == "be"
    or words.auxiliaries[word] and (text:has_feature(k, "VerbForm=Part") or words.have[word] and (text:tag(k)) == "VERB")
  return words.auxiliaries[word] and not is_participle
end

local suspended = words.set "and or nor to but than versus vs through und oder as rather"

-- "two- to three-room": what is suspended is finished soon.
local function is_finished(sentence, i)
  for k = i + 1, i + 5 do
    local word = sentence[k]
    if word and (word:find("%-") or sentence:kind(k) == "number" or sentence:case(k) == "mixed") then return true end
  end
  return false
end

local function is_suspended(sentence, i)
  local word = sentence[i + 1]
  return sentence[i + 2] == "-" and sentence:gap(i + 2) == "" or suspended[word] and (word ~= "to" and word ~= "rather" and word ~= "as" or is_finished(sentence, i + 1))
end

-- "pre- and post-war", "the two- to three-room ones"
local function is_stray_hyphen(sentence, i)
  if sentence:kind(i - 1) ~= "word" or sentence:gap(i) ~= "" or sentence:gap(i + 1) ~= " " then return false end
  local word = sentence[i - 1]
  if sentence[i - 3] == "-" and suspended[sentence[i - 2]] then return false end -- "the pre- and post- scripts"
  if sentence:gap(i - 1) == "" or sentence:case(i - 1) == "upper" or #word < 2 and word ~= "a" or is_suspended(sentence, i) then return false end
  return sentence:case(i + 1) == "lower" or words.function_words[word] ~= nil or words.reporting_verbs[word] ~= nil
end

-- "with the port; on the project": to the end no clause, and no list.
local function is_stray_semicolon(sentence, i)
  local is_open = sentence[i + 1] == "to" or sentence[i + 1] == "that" -- "a way; to help them", "the wonders; that stand"
  if sentence[i + 2] == "example" or sentence[i + 2] == "instance" then return false end
  if #sentence - i > 8 or sentence:kind(i - 1) ~= "word" then return false end
  for k = i + 1, #sentence do
    local word = sentence[k]
    if word == "," or word == ";" or word == "(" or words.finite_verbs[word] or words.subject_pronouns[word] or words.contractions[word]
      or sentence:kind(k) == "word" and (word:find("ed$") or not is_open and (sentence:tag(k)) == "VERB") or sentence:kind(k) == "quote" then return false end
  end
  for k = i - 1, 1, -1 do
    if sentence[k] == ";" or sentence[k] == ":" then return false end
  end
  return true
end

local may_be_last = words.set "that not more most each no these those such both several also very"

-- "it consists of: flour, salt and water"
local function leads_list(sentence, i)
  for k = i + 1, #sentence do
    if sentence[k] == "," or sentence[k] == ";" then return true end
  end
  return false
end

-- "what it is made of: wood"
local function is_asked(sentence, i)
  for k = i - 2, 1, -1 do
    if sentence[k] == "what" or sentence[k] == "which" or sentence[k] == "who" or sentence[k] == "whom" then return true end
  end
  return false
end

local clausal = words.union(words.finite_verbs, words.contractions, words.conjunctions, words.set "which who e.g. i.e. not")

-- $a, -a
local function is_code(sentence, i)
  return i > 1 and sentence:gap(i) == "" and sentence[i - 1] ~= "(" and sentence:kind(i - 1) ~= "quote"
end

local function is_doubled(sentence, i)
  return sentence:kind(i - 1) == "word" and sentence:gap(i + 1) == ""
end

-- "40 crowns, (three euros)", "his deputy: (Centre Party)."; whole clauses in brackets stand behind a comma in older prose.
local function is_short_bracket(sentence, open)
  for k = open + 1, open + 8 do
    if sentence[k] == ")" then
      -- "salt, (optional) pepper", "v. Roe, (1980) 2 All"
      local after = sentence:kind(k + 1)
      if k == open + 2 and (after == "word" or after == "number") then return false end
      return sentence[open - 1] == "," or sentence:kind(k + 1) == "punctuation" and sentence:kind(open + 1) == "word"
    end
    if sentence[k] == nil or clausal[sentence[k]] then return false end
  end
  return false
end

local function is_stray_comma(sentence, i)
  local before = sentence:kind(i - 1)
  local is_label = sentence[i + 3] == ")" and #sentence[i + 2] < 4 -- (b), (ii)
  if before ~= "word" and before ~= "number" or is_code(sentence, i - 1) or sentence:gap(i + 1) ~= " " then return false end
  return not is_label and sentence.terminated and sentence.block.type == "paragraph" and (sentence[i + 1] ~= "(" or is_short_bracket(sentence, i + 1))
end

-- Behind these a name may follow, too: "the? Americans".
local certain = words.set "the your our their every"
local binding = words.set "of with from between during into"

-- "the Duchy of! Westmark"
local function binds(sentence, i)
  local upos = sentence:tag(i - 2)
  return binding[sentence[i - 1]] and i > 5 and (upos == "NOUN" or upos == "PROPN") and not is_asked(sentence, i)
    and not asking[sentence[1]] and not words.auxiliaries[sentence[1]]
end

local function goes_on_with_name(sentence, i)
  local text, k = next_word(sentence, i)
  if not text or text:gap(k) ~= " " or sentence:quoted(i) and sentence[i - 1] ~= "the" then return false end
  if not certain[sentence[i - 1]] and (sentence[i] == "." or not binds(sentence, i)) then return false end
  local case = text:case(k)
  return case == "capitalized" and not words.function_words[text[k]] or case == "upper" and #text[k] > 1
end

local function is_stray_stop(sentence, i)
  local mark, word = sentence[i], sentence[i - 1]
  if word == "a" and (sentence:kind(i - 2) ~= "word" and mark == "." or sentence[i - 2] == "(") then return false end -- the item a., write (a, fp)
  if is_code(sentence, i - 1) or sentence:emphasized(i - 1) then return false end
  if sentence:case(i - 1) ~= "lower" or sentence:kind(i - 2) == "quote" and sentence:role(i - 2) ~= "close" then return false end
  if articles[word] and mark ~= "," and mark ~= "." and sentence:kind(i + 1) == "number" and sentence:kind(i - 2) == "word" then return true end
  if goes_on_with_name(sentence, i) then return mark ~= "," or not is_insertion(sentence, i) end
  if not goes_on(sentence, i) or mark == "." and sentence:kind(i - 2) == "number" then return false end -- 5 in. long
  if sentence[i - 2] == "to" then return false end -- "to be; to have"
  if (mark == ";" or mark == ":") and words.subject_pronouns[sentence[i - 3]] and i > 4 then return false end -- "the land he came from; the sea"
  if mark == ";" and sentence[i + 1] == "see" then return false end
  if mark == "," and is_insertion(sentence, i) then return false end
  -- "he could not; what she did was right", "we had each; nobody has that now"
  if mark == ";" and may_be_last[word] and clause.has_auxiliary(sentence, i + 1) then return false end
  if mark == ":" and not articles[word] and (word ~= "of" or is_asked(sentence, i) or leads_list(sentence, i)) then return false end
  return not may_end(sentence, i)
end

-- "a source of; Italy's wealth", "villagers in; favour of it": what the preposition wants is behind the mark.
local function parts_object(sentence, i)
  if is_asked(sentence, i) or (sentence:tag(i - 1)) ~= "ADP" or words.subject_pronouns[sentence[i - 3]] or sentence:quoted(i) then return false end
  local before, after = sentence:tag(i - 2), sentence:tag(i + 1)
  if before ~= "NOUN" and before ~= "PROPN" and before ~= "NUM" or words.function_words[sentence[i + 1]] then return false end
  return after == "NOUN" or after == "PROPN" or after == "NUM"
end

-- "the Kitchen. and kneads the dough", "the baker's. wives": the sentence goes on, and no abbreviation ends so.
local shortened = words.set [[trans illus philos theor encycl corinth ephes galat intern assoc bibl archit anthol antiq biblio biogr
  ecclus ecclesiast engin geogr geol hebr intro manuf mathem medit metaph observ parag philol philem physiol publ regist relig revol
  stats suppl technol theol thess translat univ vocab accomp append bapt collect commun confid illustr messrs natl numer]]

local function is_stop_inside(sentence, i)
  local word, after = sentence[i - 1], sentence[i + 1]
  if #word < 5 or shortened[word] or #sentence - i < 3 or i < 4 or sentence.doc.format ~= "plain" or sentence:quoted(i) or sentence:gap(i + 1) ~= " " then return false end
  if sentence:kind(i + 2) ~= "word" and not word:find("'s$") then return false end
  local is_possessive = word:find("'s$") and (sentence:tag(i + 1)) == "NOUN"
  local upos = sentence:tag(i + 1)
  return is_possessive or after == "and" or words.prepositions[after] ~= nil or upos == "NOUN" or upos == "VERB"
end

-- "in May? 2015": a month and its year.
local function parts_date(sentence, i)
  local text, k = next_word(sentence, i)
  return text ~= nil and text:kind(k) == "number" and #text[k] == 4 and sentence:case(i - 1) == "capitalized" and words.prepositions[sentence[i - 2]] ~= nil
end

-- Which mark of the match it is about, and what tells whether it is stray.
local function choose(sentence, match)
  local first, last = match.first, match.last
  local token, middle = sentence[first], sentence[last - 1]
  if words.months[token] then return last, parts_date end
  if token == "-" then return first, is_stray_hyphen end
  if token == ";" then return first, is_stray_semicolon end
  if token == "." then return first, is_stop_inside end
  if middle == ":" then return last - 1, is_stray_comma end
  if token == "," or token == ":" then
    return first, (sentence[last] == "(" or sentence[last] == "respectively") and is_stray_comma or is_doubled
  end
  if first == last - 2 and sentence:kind(last) ~= "punctuation" then return last - 1, parts_object end
  return last, is_stray_stop
end

function rule.check(match, report)
  local sentence = match.sentence
  local i, is_stray = choose(sentence, match)
  if i < 3 or sentence:emphasized(i) or sentence:gap(i) ~= "" or not is_stray(sentence, i) then return end
  report(sentence, i, i, { edits = { { i - 1, i, sentence:text(i - 1, i - 1) } }, title = "delete it" })
end

return rule
