local words = require "calque.words"
local set = words.set

local doubles = require "_doubles"

local function triggers()
  local list = {}
  for word in doubles:gmatch("%a+") do list[#list + 1] = word .. " " .. word end
  return list
end

-- Verbs that take the first of the two as their particle: what they came in in.
local particles = set "in on over through by out about after to under for with as all"
local before_particle = set [[am are be been being bring brought came carried carry check checked come comes coming drop
  dropped fit get gets give given go goes going gone got is join joined let live lived lives log logged look looked
  move moved passed put run running set sign signed step stepped take taken turned turn walk walked was went were
  believe believed believes]]

local rule = {
  api     = 1,
  summary = "a word twice in a row",
  why     = [[Engines render a verb with its preposition and then the preposition of the next phrase (*entrar en* → *go in in*);
editors leave a word when they move another. Only function words are looked at here.]],
  level   = "warning",
  mqm     = "duplication",
  measured = "1 in raw MT articles, 4 in human references; 13 in rule-based es-en; 1 of 3 touch a rater's error span; 5 in clean English; read elsewhere: 28 of 30 right in manuals, essays and collections of quotations",
  message = "This word stands here twice.",
  trigger = triggers(),
  bad = {
    { "They voted for <<the the>> plan.", fix = "They voted for the plan." },
    { "He spoke <<of of>> his youth.", fix = "He spoke of his youth." },
    { "The boats went <<in in>> heavy rain.", fix = "The boats went in heavy rain." },
  },
  good = {
    "They voted for the plan.",
    "The room he walked in in his socks was cold.",
    "What it is is a mess, and he had had enough.",
    "In, in short, a bad year.",
    "They danced the can can in in-patient care.",
    "“And and or are words.”",
    "The The played in town.",
  },
}

-- In verse, speech and lists of words the pair may be meant.
local function is_meant(sentence, first)
  local before = sentence[first - 1]
  if sentence:case(first + 1) ~= "lower" or sentence:case(first) == "upper" and sentence[first] ~= "i" then return true end
  if sentence[first + 2] == sentence[first] or sentence:kind(first - 1) == "quote" then return true end
  if sentence:emphasized(first) ~= sentence:emphasized(first + 1) then return true end
  if sentence[first + 2] == "-" and sentence:gap(first + 2) == "" then return true end -- in in-patient care
  if sentence[first] == "can" and (words.determiners[before] or sentence:kind(first + 2) ~= "word") then return true end -- the can can
  return particles[sentence[first]] and before_particle[before] and sentence[first] ~= "in" and true or false
end

-- "a room to walk in in winter": a verb, its particle, and a time or place.
local function is_particle_in(sentence, first)
  if sentence[first] ~= "in" or not before_particle[sentence[first - 1]] then return false end
  local after = sentence[first + 2]
  return after ~= nil and (words.possessives[after] or words.months[after] or sentence:kind(first + 2) == "number"
    or after == "the" or after == "order" or after == "a" or words.days[after]) and true or false
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if is_meant(sentence, first) or is_particle_in(sentence, first) then return end
  report(sentence, first, last, { fix = sentence:text(first, first), safe = not particles[sentence[first]] })
end

return rule
