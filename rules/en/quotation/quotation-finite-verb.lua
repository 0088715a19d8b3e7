local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a quotation that begins with the finite verb",
  why     = [[A Spanish or Italian paper may open the quotation at the verb (*Ruiz “ha insistido en el diálogo”*).
Nobody speaks of himself like that: what stands between the marks is the reporter's. Open them behind the verb
(*Ruiz insisted on “…”*) or drop them.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "1 in rule-based es-en; none in clean English",
  trigger = "<open> has|have|had|is|are|was|were|will|would|must|does <word>",
  message = "The speaker cannot have said this verb: open the quotation behind it.",
  bad = {
    { "In addition, <<Ruiz \"has>> insisted on the need for a dialogue between the two towns.\"", fix = false },
    { "According to the minister, <<Norland “will>> continue to lend money to its allies”." },
    { "However, the <<coach \"has>> asked the club for two new players before the winter\"." },
    { "<<Moreno \"is>> very worried about the state of the roads in the valley\", her office said." },
  },
  good = {
    "In addition, Ruiz insisted on “the need for a dialogue between the two towns”.",
    "Ruiz “has insisted”.",
    "The play Ruiz “Is” Dead ran for a week.",
    "Ruiz said: “Has insisted on talks! That is all they write.”",
    "Ruiz, “has been” or not, sang.",
  },
}

-- A short scrap is a quoted word, not a statement.
local function is_long(quotation)
  return quotation and quotation.open and quotation.close and quotation.close - quotation.open > 6
end

-- A name, or "the minister".
local function is_speaker(sentence, i)
  if sentence:case(i) == "capitalized" then return true end
  return sentence:kind(i) == "word" and (words.roles[sentence[i]] or words.bodies[sentence[i]])
    and (words.articles[sentence[i - 1]] or words.possessives[sentence[i - 1]] or words.articles[sentence[i - 2]]) ~= nil
end

function rule.check(match, report)
  local sentence, open = match.sentence, match.first
  if not is_speaker(sentence, open - 1) or sentence:case(open + 1) ~= "lower" then return end
  if sentence:gap(open) == "" or sentence[open - 2] == "that" then return end
  if not is_long(sentence:quotation(open)) then return end
  report(sentence, open - 1, open + 1)
end

return rule
