local words = require "calque.words"
local nationalities = require "calque.nationalities"

-- Not the people among them: "the German" of the German minister is one.
local bodies = words.union(words.bodies, words.set [[airlines ambassador armed authorities companies currency delegates
  diplomats economy embassies fleet forces market media military ministries negotiators officials parties ships side soldiers
  troops]])

local rule = {
  api     = 1,
  summary = "a nationality without its noun",
  why     = [[Spanish may leave out a noun that was there before: *la delegación china reprendió a la estadounidense*.
English *the American* is a person: repeat the noun, or write *its American counterpart*.]],
  level   = "warning",
  mqm     = "mistranslation",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "the " .. nationalities.alternatives(nationalities.people)
    .. " in|at|on|for|with|to|of|by|during|before|after|over|about|and|because|when|while|.|,|;",
  message = "“the …” of this nationality reads as one person: repeat the noun.",
  bad = {
    { "The French delegation answered <<the German>> on Monday.", fix = false },
    { "The Turkish army watched while <<the Greek>> in the north withdrew.", fix = false },
    { "The Chilean government wrote to <<the Bolivian>>." },
    { "The Icelandic delegation scolded <<the Norwegian>> in front of the crews." },
  },
  good = {
    "The French delegation answered the German one on Monday.",
    "The French delegation answered the German side on Monday.",
    "The swimmer beat the German in the last lap.",
    "The French side met the Germans in Rome.",
    "The German delegation met the German in his hotel.",
  },
}

-- "the Chinese delegation" earlier in the sentence, of another nationality.
local function has_full_phrase(sentence, first)
  for i = 1, first - 2 do
    if nationalities.adjectives[sentence[i]] and bodies[sentence[i + 1]] and sentence[i] ~= sentence[first + 1] then
      return true
    end
  end
  return false
end

function rule.check(match, report)
  local sentence, first = match.sentence, match.first
  if sentence:case(first + 1) ~= "capitalized" or sentence:quoted(first) then return end
  if has_full_phrase(sentence, first) then report(sentence, first, first + 1) end
end

return rule
