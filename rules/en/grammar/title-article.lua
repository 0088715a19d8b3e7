local words = require "calque.words"

local titles = "president|ex-president|vice-president|minister|chancellor|premier|pope|king|queen|prince|princess|general"
  .. "|senator|governor|mayor|professor|doctor|colonel|captain|judge|bishop|cardinal"

local follows = words.union(words.finite_verbs, words.reporting_verbs, words.prepositions, words.conjunctions,
  words.set ". , ; : ) ! ? ” \" – — who")

local rule = {
  api     = 1,
  summary = "an article before a title and a name",
  why     = [[*El presidente Ruiz*, *le président Ruiz*, *il signor Ruiz*: English titles before a name take no article: *President
Ruiz*, *Mr Ruiz*.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "12 in rule-based es-en; 1 of 1 changed by post-editors; 1 in clean English",
  trigger = {
    "the gentleman|sir|lady|mister|lord|mr|mrs|ms|dr <capitalized>",
    "the " .. titles .. " <capitalized>",
  },
  message = "No article before title and name.",
  bad = {
    { "He saw <<the gentleman Moreno>> at the gate.", fix = "He saw Mr Moreno at the gate." },
    { "It is good news for <<the president Moreno>>.", fix = "It is good news for President Moreno." },
    { "They met <<the minister Ana>> Ruiz on Monday." },
  },
  good = {
    "He saw Mr Moreno at the gate.",
    "It is good news for President Moreno.",
    "The President Moreno Library is closed.",
    "Under the captain Lisbon men feared most, they sailed.",
    "The general Christmas rush has begun.",
  },
}

local honorifics = { gentleman = "Mr ", mister = "Mr ", lady = "Ms ", sir = "Sir ", lord = "Lord ", mr = "Mr ", mrs = "Mrs ",
  ms = "Ms ", dr = "Dr " }

local function check_honorific(sentence, first, last, report)
  local word = sentence[first + 1]
  if word ~= "gentleman" and word ~= "mister" then return end
  report(sentence, first, last, { fix = honorifics[word] .. sentence:text(last, last) })
end

-- One or two capitalised words and then something that ends the name.
local function end_of_name(sentence, first)
  local last = first
  while last < first + 2 and sentence:case(last + 1) == "capitalized" do last = last + 1 end
  local after = sentence[last + 1]
  return (not after or follows[after]) and last or nil
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:case(last) ~= "capitalized" or words.days[sentence[last]] or words.months[sentence[last]] then return end
  if honorifics[sentence[first + 1]] then
    return check_honorific(sentence, first, last, report)
  end
  if sentence:case(first + 1) ~= "lower" or not end_of_name(sentence, last) then return end
  local title = sentence:text(first + 1, first + 1)
  report(sentence, first, last,
    { fix = title:sub(1, 1):upper() .. title:sub(2) .. " " .. sentence:text(last, last) })
end

return rule
