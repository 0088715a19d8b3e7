local words = require "calque.words"

-- Adjectives that are also a noun for one person, so that "the American" reads as a man or woman.
local nationalities = "afghan|albanian|algerian|american|argentinian|argentine|armenian|australian|austrian|azerbaijani"
  .. "|bangladeshi|belarusian|belgian|bolivian|bosnian|brazilian|bulgarian|cambodian|canadian|catalan|chilean"
  .. "|colombian|croatian|cuban|czech|ecuadorian|egyptian|estonian|ethiopian|european|georgian|german|greek"
  .. "|guatemalan|haitian|honduran|hungarian|indian|indonesian|iranian|iraqi|israeli|italian|jordanian|kenyan|korean"
  .. "|kosovar|kuwaiti|latvian|libyan|lithuanian|malaysian|mexican|moldovan|moroccan|nicaraguan|nigerian|norwegian"
  .. "|pakistani|palestinian|panamanian|paraguayan|peruvian|romanian|russian|salvadoran|saudi|serbian|slovak"
  .. "|slovenian|somali|syrian|tunisian|ukrainian|uruguayan|uzbek|venezuelan|yemeni"

local adjectives = {}
for word in nationalities:gmatch("%a+") do adjectives[word] = true end
for word in ("british chinese danish dutch finnish french irish japanese polish portuguese spanish swedish swiss turkish"
  .. " vietnamese welsh"):gmatch("%a+") do
  adjectives[word] = true
end

local bodies = words.set [[administration ambassador army authorities cabinet congress currency delegation economy embassy
  fleet government market military ministry navy negotiators parliament senate side]]

local rule = {
  api     = 1,
  summary = "a nationality without its noun",
  why     = [[Spanish may leave out a noun that was there before: *la delegación china reprendió a la estadounidense*.
English *the American* is a person: repeat the noun, or write *its American counterpart*.]],
  level   = "warning",
  mqm     = "mistranslation",
  trigger = "the " .. nationalities .. " in|at|on|for|with|to|of|by|during|before|after|over|about|and|.|,|;",
  message = "“the …” of this nationality reads as one person: repeat the noun.",
  bad = {
    { "The French delegation answered <<the German>> on Monday.", fix = false },
    { "The Turkish army watched while <<the Greek>> in the north withdrew.", fix = false },
    { "The Chilean government wrote to <<the Bolivian>>." },
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
    if adjectives[sentence[i]] and bodies[sentence[i + 1]] and sentence[i] ~= sentence[first + 1] then
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
