local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a word of the source language",
  why     = [[An engine copies the words that it does not know: *the reunión was short*, *it rained Sucedido*. The word is not
in a lexicon of half a million English forms, and its letters speak for another language. Names, quoted and emphasised words,
the second word of a Latin name and words that are used again and again are left alone.]],
  level   = "warning",
  mqm     = "untranslated",
  trigger = "<unknown>",
  vocabulary = true,
  options = { nats = 3.0, source_nats = 1.5, markup_nats = 4.0, most = 2 },
  message = "This is no English word: translate it.",
  bad = {
    { "The <<reunión>> lasted two hours.", fix = false },
    { "He spoke of what had <<sucedido>> in the valley." },
    { "The <<norcoreano>> leader left early." },
    { "Warnings were given by the <<bezpečnostním>> office." },
  },
  good = {
    "The meeting lasted two hours.",
    "They ate paella and sushi after the siesta.",
    "The mushroom Psilocybe subaeruginosa grows here.",
    "The word *reunión* means meeting, and so does “junta”.",
    "Run `kcalc` and readme.txt first.",
    "A marae is a house. The marae stands in the village. No marae is closed.",
    "Ludwig van Beethoven met Charles de la Tour.",
  },
}

-- Particles of names and loans that no lexicon has in lower case.
local borrowed = words.set [[pre post non anti pro neo multi co ex vs http https www pdf url api css html json cv id tv pc ok aka etc
  km kg cm mm hz mhz ghz mb gb kb ml mg ph nm wifi]]

local function is_named(sentence, i)
  local before, after = sentence:case(i - 1), sentence:case(i + 1)
  local is_name_before = i > 2 and before and before ~= "lower" or i == 2 and before and #sentence[1] > 3 and before ~= "lower"
    and not words.function_words[sentence[1]]
  local is_name_after = after and after ~= "lower"
  return is_name_before or is_name_after and #sentence[i] < 5
end

local function is_code(sentence, i)
  local before, after = sentence:kind(i - 1), sentence:kind(i + 1)
  if before and sentence:gap(i) == "" and before ~= "quote" and sentence[i - 1] ~= "(" and sentence[i - 1] ~= "—" then return true end
  if not after or sentence:gap(i + 1) ~= "" or after == "quote" then return false end
  return after ~= "punctuation" or sentence[i + 1] == "_" or sentence[i + 1] == "/"
end

-- The word gnaw, known as "gnaw" (gnaw).
local naming = words.set "word words term terms called named as letter letters prefix suffix root verb noun so-called de del as"

local function is_glossed(sentence, i)
  return naming[sentence[i - 1]] and sentence[i - 1] ~= "as" or sentence[i - 1] == "("
    or sentence[i + 1] == ")" or sentence[i - 1] == "." or sentence[i - 1] == "as" and (sentence[i - 2] == "known" or sentence[i - 2] == "such")
end

-- Medicine makes new words of Greek and Latin in every language.
local medical = { "mab$", "nib$", "vir$", "itis$", "osis$", "oses$", "oma$", "omas$", "omatous$", "algia$", "plasia$", "plakia$",
  "ectomy$", "tomic$", "enteric$", "emia$", "aemia$", "uria$", "pathy$", "cyte$", "cytes$", "ase$", "ases$", "idine$",
  "amine$", "azole$", "cillin$", "genic$", "nasal$" }

local function is_medical(word)
  for _, ending in ipairs(medical) do
    if word:find(ending) then return true end
  end
  return false
end

local latin = words.set "es fr de pt it nl sv da nb pl cs ro tr fi hu hr id vi"

local families = {
  es = "romance", pt = "romance", it = "romance", fr = "romance", ro = "romance", ca = "romance",
  de = "germanic", nl = "germanic", sv = "germanic", da = "germanic", nb = "germanic",
  pl = "slavic", cs = "slavic", hr = "slavic",
}

-- Less is needed where the letters speak for the text's source; pages about software have words of their own.
local function find_least(doc, code, options)
  local source = doc.source_language and doc.source_language:match("^%a+")
  if source and (source == code or families[source] and families[source] == families[code]) then
    return options.source_nats
  end
  return doc.format == "plain" and options.nats or options.markup_nats
end

function rule.check(match, report, options)
  local sentence, i = match.sentence, match.first
  local word = sentence[i]
  if i == 1 or #word < 4 or borrowed[word] or sentence:quoted(i) or sentence:emphasized(i) then return end
  if is_medical(word) or is_glossed(sentence, i) or is_code(sentence, i) or is_named(sentence, i) or sentence:count(i) > options.most then return end
  local code, nats = sentence:guess(i)
  if not latin[code] or nats < find_least(match.doc, code, options) then return end
  report(sentence, i, i, { message = "This is no English word (" .. code .. "?): translate it." })
end

return rule
