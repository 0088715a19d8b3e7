local words = require "calque.words"
local set = words.set

local small = "about|across|after|against|alongside|although|amid|among|around|as|at|because|before|behind|between|beyond|but|by|despite"
  .. "|during|for|from|in|into|of|on|onto|over|since|than|through|throughout|to|toward|towards|under|until|upon|with"
  .. "|within|without"

-- Where the word itself is meant, there is one of these before the mark or behind it.
local naming = set [[word words term preposition conjunction adverb operator keyword letter letters phrase
  say says said saying called call answer answered reply replied write writes wrote written type typed
  mean means not a an the no this that each every or and button option choose select between tag prefix]]
local named = set [[is was means meant and or operator keyword loop clause statement tag button option vote votes
  side camp word as field block block key parameter argument]]

local rule = {
  api     = 1,
  summary = "quotation marks around one function word",
  why     = [[Spanish and Italian papers quote a piece of the phrase (*está “a favor” del molino*); in
translation only a preposition is left between the marks. It quotes nothing: leave the marks out.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "<open> " .. small .. " <close>",
  message = "Nobody quotes a lone function word: leave the quotation marks out.",
  bad = {
    { "The new law goes <<\"against\">> the interests of the town.",
      fix = "The new law goes against the interests of the town." },
    { "They voted <<“in”>> favour of the plan.", fix = "They voted in favour of the plan." },
    { "He always is <<\"with\">> the workers.", fix = "He always is with the workers." },
  },
  good = {
    "The new law goes against the interests of the town.",
    "The word \"against\" is a preposition.",
    "Choose between \"for\" and \"against\".",
    "The \"for\" loop runs ten times.",
    "It knows alternate \"or\" patterns, and an optional \"and\" part.",
    "It is spelled with “of”, not “off”.",
  },
}

local function has_other_quotation(sentence, first, last)
  for i = 1, #sentence do
    if (i < first or i > last) and sentence:kind(i) == "quote" and sentence:role(i) ~= "apostrophe" then
      return true
    end
  end
  return false
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local before, after = sentence[first - 1], sentence[last + 1]
  if not before or not after or sentence:kind(last + 1) ~= "word" or sentence:kind(first - 1) ~= "word" then
    return
  end
  if naming[before] or named[after] or sentence:case(first + 1) ~= "lower"
    or has_other_quotation(sentence, first, last) then
    return
  end
  report(sentence, first, last, { fix = sentence:text(first + 1, last - 1) })
end

return rule
