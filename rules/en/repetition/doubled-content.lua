local words = require "calque.words"
local nationalities = require "calque.nationalities"

-- Said twice for emphasis, in speech or as a name of its own kind.
local meant = words.set [[very really so much many far long big old more less no yes oh ha hey hi bye ho now never well what who
  please hear knock boo tut tsk blah go come wait stop look there here ok okay la na da had that is it her you do did was
  bang boom ding dong chop ta wow yeah yep nope amen holy thank goodbye hello help dear aye shush sh hush right plus minus ever up down
  on in over by night fifty-fifty half so-so hush-hush do's ah aha eh uh um er mm hmm my god pop click tick beep buzz toot quack woof meow
  if when as are were then than them this these those to of the and a an at or for with from be been can will would]]

local grammar = words.set "is was had did do that it her you are be"
local after_so = words.set "far well long much good big many"
local so = words.set "so as too quite very"

local rule = {
  api     = 1,
  summary = "a content word twice in a row",
  why     = [[A decoder that loses its place says a word again: *the implant implant*, *they left left left*. Function words
that stand twice are the business of en/doubled-word.]],
  level   = "warning",
  vocabulary = true,
  mqm     = "duplication",
  measured = "18 in raw MT articles, 0 in human references; 68 of 68 changed by post-editors; 15 of 31 touch a rater's error span; 1 in clean English, 1 in clean Markdown",
  trigger = "<repeated>",
  message = "This word stands here twice.",
  bad = {
    { "The team left the <<country country>>.", fix = "The team left the country." },
    { "Prices rose in the <<village village village village>>.", fix = "Prices rose in the village." },
    { "He was born in <<1959 1959>>.", fix = "He was born in 1959." },
    { "They moved to South <<Africa Africa>>.", fix = "They moved to South Africa." },
    { "They <<met met>> at the port in May.", fix = "They met at the port in May." },
  },
  good = {
    "The team left the country.",
    "It was a very very long day, and they had had enough.",
    "They flew to Bora Bora and Walla Walla.",
    "“Work work work,” she said.",
    "It is a long long way.",
    "The choir, choir master and all, left.",
    "Set the harbour HARBOUR that you want.\n\nreplace\n        Replace the old boats.",
    "Duran Duran played; Chan Chan was closed.",
    "They took a tuk tuk, and ate mahi mahi.",
    "What it does does matter, and those you love love you.",
    "On the cliff stood a Rupicapra rupicapra.",
    "Ciconia ciconia alba was shown in the old hall.",
    "The results were 10 10 and 12 12 in the table.",
  },
}

-- What en/doubled-word reports.
local others = words.set(require "_doubles")

local function last_of_run(sentence, i)
  while sentence[i + 1] == sentence[i] do i = i + 1 end
  return i
end

local stops = words.set ". , ; : ! ? )"

-- Bora Bora, Sirhan Sirhan, Fang Fang: names that stand twice are few, or Chinese.
local twins = words.set [[boutros sirhan humbert neville bora walla wagga pago duran zsa woy mau baden paw puka lava kiki cece coco
  gigi lulu momo nana titi tata yoyo chacha tam jar tom hare knock tora tutti frutti berber gang tango pom sing chitty]]

-- What is called by a word said twice, and written so by many: a tuk tuk, ylang ylang.
local twin_nouns = words.set [[tuk cha ylang tom pom dik chow mahi piri peri beri hula tam gado shabu agar bon aye tse choo dum ack win
  jub rah yum chin chi nom can go yo wah oink baa]]

local function may_stand_twice(name)
  return twins[name] or name:find("^[bcdfghjklmnpqrstwxyz]?[hw]?[aeiouy]+n?g?$") ~= nil
end

local function is_name(sentence, first)
  local word, case = sentence[first], sentence:case(first)
  if case ~= "capitalized" or words.months[word] or words.days[word]
    or nationalities.countries[word] then return false end
  if #word > 5 or stops[sentence[first + 2]] and first > 1 then return may_stand_twice(word) end
  return true
end

local function is_number(sentence, first, last)
  if sentence:kind(first) ~= "number" then return false end
  return not stops[sentence[last + 1]] or #sentence[first] < 2 or sentence.block.type == "table-cell"
end

local function has_latin_ending(word)
  return word:find("[aei]s$") ~= nil or word:find("u[sm]$") ~= nil or word:find("[ai]$") ~= nil
end

-- Rupicapra rupicapra, Cervus nippon nippon: the species, and the form that bears its name.
local function is_latin_name(sentence, first)
  local case, after = sentence:case(first), sentence:case(first + 1)
  if case == "capitalized" and after == "lower" then
    if first == 1 then return sentence:case(3) == "lower" and has_latin_ending(sentence[1]) and has_latin_ending(sentence[3]) end
    return not words.function_words[sentence[first]]
  end
  return case == "lower" and sentence:case(first - 1) == "capitalized" and sentence[first]:find("[iu]s$") ~= nil
end

-- "what it does does matter", "those you love love you": a clause ends between the two.
local function ends_clause(sentence, first)
  return first > 2 and words.subject_pronouns[sentence[first - 1]] and not stops[sentence[first + 2]]
end

local function is_pair_meant(sentence, first)
  local word = sentence[first]
  if twin_nouns[word] or is_latin_name(sentence, first) or ends_clause(sentence, first) then return true end
  if meant[word] then
    -- At the end of a sentence even "is is" and "so far far" are not.
    local is_last = stops[sentence[first + 2]] and not sentence:quoted(first)
    return not (is_last and (grammar[word] or after_so[word] and so[sentence[first - 1]]))
  end
  return is_name(sentence, first) or sentence:quoted(first) and #word < 4
end

-- A manual's "zone ZONE", and a term over the lines that explain it.
local function is_term(sentence, first)
  local case, after = sentence:case(first), sentence:case(first + 1)
  if case == "lower" and after == "upper" or case == "upper" and after == "lower" then return true end
  if sentence[first - 1] == "-" and sentence:gap(first) == "" then return true end -- the option -display DISPLAY
  return sentence:gap(first + 1):find("\n%s%s%s") ~= nil
end

function rule.check(match, report)
  local sentence, first = match.sentence, match.first - 1
  if sentence[first - 1] == sentence[first] then return end -- once a run, which may be long
  local last = last_of_run(sentence, first)
  if last - first == 1 and others[sentence[first]] then return end
  if is_number(sentence, first, last) then return end
  if #sentence[first] < 2 or last - first == 1 and is_pair_meant(sentence, first) then return end
  if last - first == 2 and sentence:quoted(first) then return end
  if sentence:emphasized(first) ~= sentence:emphasized(last) then return end
  if is_term(sentence, first) then return end
  for k = first + 1, last do
    if sentence:gap(k) ~= " " and not sentence:gap(k):find("^\n") then return end
  end
  report(sentence, first, last, { fix = sentence:text(first, first), safe = false })
end

return rule
