local words = require "calque.words"

-- Pinyin: initials and the finals that each may have. A given name is one or two syllables.
local finals = {
  [""] = "a ai an ang ao e ei en er ou yi wu",
  b = "a ai an ang ao ei en eng i ian iao ie in ing o u",
  p = "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
  m = "a ai an ang ao ei en eng i ian iao ie in ing iu o ou u",
  f = "a an ang ei en eng o ou u",
  d = "a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo",
  t = "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
  n = "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong u uan uo",
  l = "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo",
  g = "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  k = "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
  h = "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  j = "i ia ian iang iao ie in ing iong iu u uan ue un",
  q = "i ia ian iang iao ie in ing iong iu u uan ue un",
  x = "i ia ian iang iao ie in ing iong iu u uan ue un",
  zh = "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
  ch = "a ai an ang ao e en eng i ong ou u uai uan uang ui un uo",
  sh = "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
  r = "an ang ao e en eng i ong ou u uan ui un uo",
  z = "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  c = "a ai an ang ao e en eng i ong ou u uan ui un uo",
  s = "a ai an ang ao e en eng i ong ou u uan ui un uo",
  y = "a an ang ao e i in ing ong ou u uan ue un",
  w = "a ai an ang ei en eng o u",
}

local syllables = {}
for initial, list in pairs(finals) do
  for final in list:gmatch("%a+") do syllables[initial .. final] = true end
end

local rule = {
  api     = 1,
  summary = "a Chinese surname written like a Roman numeral",
  why     = [[Engines that know *siglo XI* and *Louis XI* write the surnames *Xi*, *Li* and *Di* as numerals: *XI
Jinping*. Only the first letter of a surname is a capital.]],
  level   = "error",
  vocabulary = true,
  mqm     = "capitalization",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "xi|li|di|mi|ci <capitalized>",
  message = "This is a surname, not a numeral: only its first letter is a capital.",
  bad = {
    { "The envoy met <<XI>> Haoran in March.", fix = "The envoy met Xi Haoran in March." },
    { "<<LI>> Meiling's book sold well.", fix = "Li Meiling's book sold well." },
    { "A speech by <<XI>> Weiguo opened the fair.", fix = "A speech by Xi Weiguo opened the fair." },
  },
  good = {
    "The envoy met Xi Haoran in March.",
    "Louis XI Mansion is closed.",
    "The XI Congress met in March.",
    "XI Olympic Games",
    "LI Sound is cold in winter.",
    "DI Chen took over the case.",
  },
}

local function count_syllables(name)
  if syllables[name] then return 1 end
  for cut = 1, #name - 1 do
    if syllables[name:sub(1, cut)] and syllables[name:sub(cut + 1)] then return 2 end
  end
  return 0
end

local function follows_name_or_article(sentence, first)
  local before = sentence[first - 1]
  return before and (words.determiners[before] or sentence:kind(first - 1) == "word"
    and sentence:case(first - 1) ~= "lower" and first > 2)
end

function rule.check(match, report)
  local sentence, first = match.sentence, match.first
  if sentence:case(first) ~= "upper" then return end
  local name = sentence[first + 1]:gsub("'s$", ""):gsub("-", "")
  if count_syllables(name) < 2 or follows_name_or_article(sentence, first) then return end
  local surname = sentence[first]
  report(sentence, first, first, { fix = surname:sub(1, 1):upper() .. surname:sub(2), safe = surname == "xi" })
end

return rule
