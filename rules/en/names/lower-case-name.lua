local words = require "calque.words"
local nationalities = require "calque.nationalities"

local names = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september|october"
  .. "|november|december|" .. nationalities.alternatives(nationalities.countries)

-- Without those that mean something else in lower case.
local adjectives = nationalities.alternatives(nationalities.adjectives, "lao polish thai turkmen persian")
local nouns = "government|president|minister|army|police|parliament|economy|people|authorities|citizens|language|capital"
  .. "|market|company|companies|embassy|side|team|forces|troops|king|queen|press|newspaper|city|border|soldiers|officials"

local rule = {
  api     = 1,
  summary = "a name without its capital",
  why     = [[Days, months, languages and nationalities are lower case in Spanish, French, Italian and Russian (*lunes*,
*español*), and engines keep that. In English they are names.]],
  level   = "warning",
  mqm     = "capitalization",
  measured = "18 in raw MT articles, 2 in human references; 12 of 13 changed by post-editors; 52 of 69 touch a rater's error span; none in clean English",
  vocabulary = true,
  trigger = {
    "<lower>&" .. names,
    "<lower>&" .. adjectives .. " " .. nouns,
    "<lower>&united states|kingdom|nations",
  },
  message = "A name: it begins with a capital.",
  bad = {
    { "She came on <<monday>>.", fix = "She came on Monday." },
    { "The <<spanish>> government agreed.", fix = "The Spanish government agreed." },
    { "He lives in the <<united>> States of <<america>>.", fix = "He lives in the United States of America." },
  },
  good = {
    "She came on Monday.",
    "The Spanish government agreed.",
    "A few united nations stood up.",
    "Write the month as ‘january’ or ‘jan’.",
    "They ate french fries off the good china in may.",
    "The file is at example.com/june and june.txt.",
  },
}

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if sentence[i] == "united" and sentence:case(i + 1) == "lower" then return end
  if sentence:kind(i - 1) == "quote" and sentence:kind(i + 1) == "quote" then return end
  -- Parts of a name or an address that is written small as a whole.
  if sentence:gap(i) == "" and i > 1 and sentence:kind(i - 1) ~= "quote" and sentence[i - 1] ~= "(" then return end
  if sentence[i + 1] and sentence:gap(i + 1) == "" and sentence:kind(i + 1) == "symbol" then return end
  local text = sentence:text(i, i)
  report(sentence, i, i, { fix = words.match_case(text, "A" .. text:sub(2)), safe = false })
end

return rule
