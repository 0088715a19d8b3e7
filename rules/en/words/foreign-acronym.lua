local words = require "calque.words"

-- What each is in English; only acronyms that mean nothing else in English text.
local english = {
  ["ee. uu."] = "US", ["ee. uu"] = "US", ["ee uu"] = "US", ["eeuu"] = "US", ["ee.uu"] = "US", ["ee.uu."] = "US",
  ["e.u.a."] = "US", ["etats-unis"] = "United States", ["onu"] = "UN", ["otan"] = "NATO", ["oms"] = "WHO",
  ["ovni"] = "UFO", ["ovnis"] = "UFOs", ["pnud"] = "UNDP", ["oit"] = "ILO", ["rda"] = "GDR",
  ["urss"] = "USSR", ["pib"] = "GDP", ["iva"] = "VAT", ["tva"] = "VAT", ["vih"] = "HIV", ["adn"] = "DNA",
  ["arn"] = "RNA", ["сша"] = "US", ["оон"] = "UN", ["ес"] = "EU", ["нато"] = "NATO",
  ["рф"] = "Russia", ["зсу"] = "Ukraine's armed forces",
}
-- Some are words or names as well: only in capitals, and only from that language.
local sources = {
  pib = "es fr pt", iva = "es it pt", tva = "fr ro", adn = "es fr", arn = "es fr", vih = "es fr pt", oms = "es fr pt it",
  oit = "es fr pt", rda = "es fr pt", onu = "es fr pt it", pnud = "es fr pt",
}

local function triggers()
  local list = {}
  for acronym in pairs(english) do list[#list + 1] = acronym end
  table.sort(list)
  return list
end

local rule = {
  api     = 1,
  summary = "an acronym of the source language",
  why     = [[*EE. UU.*, *ONU*, *OTAN*, *OMS*: acronyms are translated like any other word: *US*, *UN*, *NATO*, *WHO*.]],
  level   = "warning",
  vocabulary = true,
  mqm     = "untranslated",
  measured = "18 in rule-based es-en; none in clean English",
  trigger = triggers(),
  message = "This acronym is not English.",
  bad = {
    { "The reply of the <<EE. UU.>> came late.", fix = "The reply of the US came late." },
    { "The bread of the <<EE. UU.>> <<To>> our island came late.", fix = "The bread of the US to our island came late." },
    { "A summit of the <<OTAN>> in May.", fix = "A summit of the NATO in May." },
    { "The <<ONU>> sent a letter.", fix = "The UN sent a letter.", source = "es" },
    { "The <<OMS>> warned of it.", fix = "The WHO warned of it.", source = "fr" },
  },
  good = {
    "The reply of the US came late.",
    "A summit of NATO in May.",
    "Onu and Adn are villages.",
    "The PIB is an Indian agency.",
  },
}

local function is_from(doc, acronym)
  local list = sources[acronym]
  if not list then return true end
  local source = doc.source_language
  return source and list:find(source:sub(1, 2), 1, true) ~= nil
end

local bound = words.set "to of and or that which whose by with than"

-- "of the EE. UU. To our island": the stop was taken for the end of a sentence.
local function check_capital(sentence, last, report)
  if sentence[last + 1] == "." then last = last + 1 end
  local text, i = sentence, last + 1
  if last == #sentence then text, i = sentence.next, 1 end
  if not text or not bound[text[i]] or text:case(i) ~= "capitalized" or sentence:text(last, last):sub(-1) ~= "." then return end
  report(text, i, i, { fix = text[i], message = "The stop of the acronym ends no sentence: this word is in lower case." })
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:case(first) ~= "upper" or not is_from(match.doc, match.pattern) then return end
  report(sentence, first, last, { fix = english[match.pattern] })
  check_capital(sentence, last, report)
end

return rule
