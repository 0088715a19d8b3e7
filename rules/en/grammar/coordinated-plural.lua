local words = require "calque.words"

local plurals = {
  sea = "Seas", ocean = "Oceans", pole = "Poles", hemisphere = "Hemispheres", island = "Islands",
  bank = "Banks", coast = "Coasts", house = "Houses", chamber = "Chambers", valley = "Valleys",
  province = "Provinces", district = "Districts", war = "Wars",
}

-- What may follow where the noun ends its phrase; a noun there would make it an attribute.
local follows = words.union(words.prepositions, words.conjunctions, words.auxiliaries, words.relative_pronouns,
  words.set ". , ; : ) ! ? – —")

local points = "north|south|east|west|northern|southern|eastern|western|upper|lower|inner|outer|black|red|yellow|white"
  .. "|first|second|third"
local nouns = "sea|ocean|pole|hemisphere|island|bank|coast|house|chamber|valley|province|district|war"

local rule = {
  api     = 1,
  summary = "two of a kind with a singular noun",
  why     = [[*Los mares de China Oriental y Meridional* are two seas. Where two adjectives share one noun, English
puts the noun in the plural: *the East and South China Seas*.]],
  level   = "warning",
  mqm     = "grammar",
  trigger = {
    "the " .. points .. " and|or " .. points .. " " .. nouns,
    "the " .. points .. " and|or " .. points .. " <capitalized> " .. nouns,
  },
  message = "There are two of them: the noun is plural.",
  bad = {
    { "Ships cross <<the East and South China Sea>> in May.", fix = "Ships cross the East and South China Seas in May." },
    { "Ice melts in <<the Northern and Southern Hemisphere>>.",
      fix = "Ice melts in the Northern and Southern Hemispheres." },
    { "They reached <<the North and South Pole>> on foot.", fix = "They reached the North and South Poles on foot." },
    { "He wrote on <<the First and Second World War>>.", fix = "He wrote on the First and Second World Wars." },
  },
  good = {
    "Ships cross the East and South China Seas in May.",
    "Ships cross the East China Sea and the South China Sea.",
    "The East and South China Sea fleets met.",
    "He lived in the North and South.",
    "She knows the north and south coast road.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence[first + 1] == sentence[first + 3] then return end
  if sentence:case(first + 1) == "lower" or sentence:case(last) == "lower" then return end
  local after = sentence[last + 1]
  if after and not follows[after] then return end
  report(sentence, first, last, { fix = sentence:text(first, last - 1) .. " " .. plurals[sentence[last]] })
end

return rule
