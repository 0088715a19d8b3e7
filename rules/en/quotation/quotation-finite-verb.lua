local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a quotation that begins with the finite verb",
  why     = [[A Spanish or Italian paper may open the quotation at the verb (*Ruiz “ha insistido en el diálogo”*).
Nobody speaks of himself like that: what stands between the marks is the reporter's. Open them behind the verb
(*Ruiz insisted on “…”*) or drop them. English essays weave quotations into sentences of their own (*Ruiz “was no friend of
the guilds”*): so verbs other than those of speech count only where the text is known to come from Spanish or its kin.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "1 in rule-based es-en; none in clean English",
  trigger = "<open> has|have|had|is|are|was|were|will|would|must|does <word>",
  message = "The speaker cannot have said this verb: open the quotation behind it.",
  bad = {
    { "In addition, <<Ruiz \"has>> insisted on the need for a dialogue between the two towns.\"", fix = false },
    { "According to the minister, <<Norland “will>> continue to lend money to its allies”.", source = "es" },
    { "However, the <<coach \"has>> asked the club for two new players before the winter\"." },
    { "<<Moreno \"is>> very worried about the state of the roads in the valley\", her office said.", source = "it" },
  },
  good = {
    "In addition, Ruiz insisted on “the need for a dialogue between the two towns”.",
    "Ruiz “has insisted”.",
    "As Holm notes, the guild “was never a friend of the farmers who lived in the valley”.",
    "Holm writes that Moreno “has never been seen as a friend of the farmers in the valley”.",
    "The play Ruiz “Is” Dead ran for a week.",
    "Ruiz said: “Has insisted on talks! That is all they write.”",
    "Ruiz, “has been” or not, sang.",
  },
}

local kin = words.set "es it pt fr ca gl ro"

local speech = words.union(words.reporting_verbs, words.set [[asked insisted requested urged demanded stressed highlighted underlined
  pointed called expressed reiterated defended rejected denied admitted acknowledged recognized recognised warned promised proposed thanked
  criticized criticised condemned emphasized emphasised regretted lamented celebrated ensured guaranteed recalled remarked commented
  confirmed considered invited appealed]])

-- "has insisted", "have repeatedly asked"
local function is_speech(sentence, i)
  if sentence[i] ~= "has" and sentence[i] ~= "have" then return false end
  local next = sentence[i + 1] or ""
  return speech[next] or next:find("ly$") ~= nil and speech[sentence[i + 2]] ~= nil
end

local function is_from_kin(doc)
  local source = doc.source_language
  return source ~= nil and kin[source:match("^%a+")] ~= nil
end

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
  if not is_speech(sentence, open + 1) and not is_from_kin(sentence.doc) then return end
  if not is_long(sentence:quotation(open)) then return end
  report(sentence, open - 1, open + 1)
end

return rule
