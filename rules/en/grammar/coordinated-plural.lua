local words = require "calque.words"

local plurals = {
  sea = "Seas", ocean = "Oceans", pole = "Poles", hemisphere = "Hemispheres", island = "Islands",
  bank = "Banks", coast = "Coasts", house = "Houses", chamber = "Chambers", valley = "Valleys",
  province = "Provinces", district = "Districts", war = "Wars", river = "Rivers", lake = "Lakes", strait = "Straits",
  gulf = "Gulfs", canal = "Canals", desert = "Deserts", peninsula = "Peninsulas", mountain = "Mountains",
}
-- Before these, two names share the noun as two directions do: the Black and Caspian Sea.
local named = words.set "sea ocean river strait gulf canal desert peninsula mountain"
-- Two names that are one.
local pairs_of_one = words.set "tobago herzegovina barbuda wear nevis miquelon príncipe cunha zetland"

-- What may follow where the noun ends its phrase; a noun there would make it an attribute.
local follows = words.union(words.prepositions, words.conjunctions, words.auxiliaries, words.relative_pronouns,
  words.set ". , ; : ) ! ? – —")

local points = words.set [[north south east west northern southern eastern western upper lower inner outer black red yellow
  white first second third]]
local nouns = "sea|ocean|pole|hemisphere|island|bank|coast|house|chamber|valley|province|district|war|river|lake|strait|gulf"
  .. "|canal|desert|peninsula|mountain"

local rule = {
  api     = 1,
  summary = "two of a kind with a singular noun",
  why     = [[*Los valles alto y bajo* are two valleys. Where two adjectives share one noun, English
puts the noun in the plural: *the Upper and Lower Valleys*.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = { "<capitalized>&" .. nouns, "<upper>&" .. nouns },
  message = "There are two of them: the noun is plural.",
  bad = {
    { "Ships cross <<the East and West Skarn Sea>> in May.", fix = "Ships cross the East and West Skarn Seas in May." },
    { "Ice melts in <<the Northern and Southern Hemisphere>>.",
      fix = "Ice melts in the Northern and Southern Hemispheres." },
    { "They sailed <<the Black and Caspian Sea>>, and no other.", fix = "They sailed the Black and Caspian Seas, and no other." },
    { "They reached <<the North and South Pole>> on foot.", fix = "They reached the North and South Poles on foot." },
    { "He wrote on <<the Second and Third Baker War>>.", fix = "He wrote on the Second and Third Baker Wars." },
  },
  good = {
    "Ships cross the East and West Skarn Seas in May.",
    "Ships cross the East Skarn Sea and the West Skarn Sea.",
    "The East and West Skarn Sea fleets met.",
    "He lived in the North and South.",
    "She painted the Tyne and Wear River, and the Search and Rescue Island.",
    "She knows the north and south coast road.",
  },
}

local joins = { ["and"] = true, ["or"] = true }

-- "the X and Y", directly before the noun or one name before it: the token of "and".
local function place_of_and(sentence, noun)
  for i = noun - 2, noun - 3, -1 do
    if joins[sentence[i]] and sentence[i - 2] == "the" then return i end
  end
end

local function is_pair(sentence, join, noun)
  local one, two = sentence[join - 1], sentence[join + 1]
  if one == two or pairs_of_one[two] then return false end
  for i = join - 1, noun do
    if i ~= join and sentence:case(i) == "lower" then return false end
  end
  if points[one] and points[two] then return true end
  return named[sentence[noun]] == true and noun == join + 2 and sentence:case(join - 1) == "capitalized"
end

function rule.check(match, report)
  local sentence, noun = match.sentence, match.first
  local join = place_of_and(sentence, noun)
  if not join or not is_pair(sentence, join, noun) then return end
  local after = sentence[noun + 1]
  if after and not follows[after] then return end
  report(sentence, join - 2, noun, { fix = sentence:text(join - 2, noun - 1) .. " " .. plurals[sentence[noun]] })
end

return rule
