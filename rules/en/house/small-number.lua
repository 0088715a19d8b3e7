local words = require "calque.words"

local names = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine" }

local rule = {
  api     = 1,
  summary = "a number below ten in digits",
  why     = [[Many papers write the numbers from one to nine as words, but for dates, times, scores, measures, money and sums. Off, because
as many do not.]],
  level   = "off",
  mqm     = "company-style",
  measured = "not measured: the rule is off until you switch it on",
  trigger = { "2|3|4|5|6|7|8|9 <lower>" },
  message = "House style writes numbers below ten as words.",
  bad = {
    { "They saw <<3>> boats.", fix = "They saw three boats." },
    { "In May <<7>> people came.", fix = "In May seven people came." },
    { "He has <<2>> brothers.", fix = "He has two brothers." },
  },
  good = {
    "They saw three boats.",
    "It weighs 5 kg and costs $3 more, at 4 p.m. on 5 May.",
    "They won 3 to 2, by 4 per cent, on page 7 of it.",
    "Only 3 million of them, and 2 metres more.",
  },
}

local units = words.set [[km kg cm mm m g h l ml kmh mph kw mw gb mb tb pm am a.m. p.m. percent per million billion trillion thousand
  hundred to and or of in on at metres meters kilometres kilometers miles feet inches degrees litres liters tonnes tons pounds euros
  dollars yen yuan grams kilograms kilos hours minutes seconds points o'clock minus plus times x]]

-- Behind these the number is a name: page 7, chapter 3.
local named = words.set [[page pages chapter article section part figure table number no no. line step level day group grade type phase
  stage round version volume week channel flight gate room route row season act scene highway term tier zone case exercise
  lesson question to and or]]

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  local before = sentence:kind(i - 1)
  if units[sentence[i + 1]] or named[sentence[i - 1]] or sentence:gap(i + 1) == "" or sentence:gap(i + 1):find("\u{A0}") then return end
  if i == 1 or before == "symbol" or before == "number" or sentence:gap(i) == "" or sentence:emphasized(i) then return end
  report(sentence, i, i, { fix = names[tonumber(sentence[i])] })
end

return rule
