local words = require "calque.words"
local set = words.set

local small = set "the of for and in de del office"
local institutions = set [[ministry government presidency army council department federation embassy secretariat
  directorate municipality prosecutor's prosecution]]
local papers = "statement|interview|release|conference|communiqué|communique|note|message|briefing|speech|letter"
local days = words.union(words.days, words.months)

local rule = {
  api     = 1,
  summary = "an attribution with the speaker as its object",
  why     = [[In Spanish, French and Russian the verb may stand before the speaker: *informó la cofradía*,
*a annoncé le ministère*. Word by word, the speaker becomes the one who is told: *, reported to the
guild*. Write *, the guild said*.]],
  level   = "error",
  mqm     = "mistranslation",
  measured = "1 in rule-based es-en; none in clean English",
  trigger = {
    ", reported|informed|announced|indicated|communicated|explained|specified|declared|stated|affirmed|assured|warned|added|stressed"
      .. "|insisted|commented to the|its",
    "said|explained|announced|stated|declared|added|confirmed the <word> in|at|during a|an " .. papers .. " <capitalized>",
    "said|explained|announced|stated|declared|added|confirmed the <word> <word> in|at|during a|an " .. papers .. " <capitalized>",
  },
  message = "The speaker comes first: “, the … said”.",
  bad = {
    { "Two people died<<, reported to the Civil Guard>>.", fix = "Two people died, the Civil Guard said." },
    { "The talks failed<<, informed to the Ministry>>.", fix = "The talks failed, the Ministry said." },
    { "The plan will go on, <<said the spokesman in a statement Ned>> Hall.", fix = false },
    { "Exports fell in May<<, announced to the Bank of Norland>>.",
      fix = "Exports fell in May, the Bank of Norland said." },
  },
  good = {
    "Two people died, the Civil Guard said.",
    "The thefts were reported to the police.",
    "The second theft, reported to the Civil Guard in May, was never solved.",
    "It was the second theft, reported to the police.",
    "“Enough,” said the minister.",
    "The plan will go on, said the company in a statement Friday.",
  },
}

-- The organisation reaches to the stop: nothing but its name.
local function end_of_name(sentence, first)
  local capitals = 0
  for i = first, #sentence do
    local word = sentence[i]
    if sentence:kind(i) ~= "word" then
      return word == "." and i == #sentence and capitals > 0 and i - 1 or nil
    end
    if sentence:case(i) ~= "lower" or institutions[word] or sentence[first - 3] == "informed" and words.bodies[word] then
      capitals = capitals + 1
    elseif not small[word] then
      return nil
    end
    if i - first > 6 then return nil end
  end
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:quoted(first) then return end
  if sentence[first] ~= "," then
    if not days[sentence[last]] then report(sentence, first, last) end
    return
  end
  local stop = end_of_name(sentence, last + 1)
  if stop then
    report(sentence, first, stop, { fix = ", " .. sentence:text(last, stop) .. " said" })
  end
end

return rule
