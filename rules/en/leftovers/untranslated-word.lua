local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a word of the source language",
  why     = [[An engine copies the words that it does not know: *the reunión was short*, *what had sucedido*. The word is not in
a lexicon of half a million English forms, and its letters speak for another language. Names, quoted and emphasised words, the
second word of a Latin name and words that are used again and again are left alone.]],
  level   = "warning",
  mqm     = "untranslated",
  measured = "186 in raw MT articles, 4 in human references; 207 in rule-based es-en; 1250 of 1288 changed by post-editors; 19 of 33 touch a rater's error span; 5 in clean English, 1 in clean Markdown",
  scope   = "document",
  trigger = "<unknown>",
  vocabulary = true,
  options = { nats = 4.5, source_nats = 1.5, weak_nats = 0.0, markup_nats = 4.0, most = 2 },
  message = "This is no English word: translate it.",
  bad = {
    { "The <<reunión>> lasted two hours.", fix = false },
    { "He spoke of what had <<sucedido>> in the valley." },
    { "The <<norcoreano>> leader left early.", source = "es" },
    { "Warnings were given by the <<bezpečnostním>> office." },
    { "“We spoke about all that had <<sucedido>> in the valley,” she said." },
  },
  good = {
    "The meeting lasted two hours.",
    "They ate paella and sushi after the siesta.",
    "The décor was naïve, and the pâté with yuzu a cliché in every résumé.",
    "The mushroom Psilocybe subaeruginosa grows here.",
    "The word *reunión* means meeting, and so does “xunta”.",
    "Run `kcalc` and readme.txt first.",
    "A marae is a house. The marae stands in the village. No marae is closed.",
    "Ludwig van Beethoven met Charles de la Tour.",
  },
}

local borrowed = words.set(require "_loans")

local function speaks_foreign(sentence, i)
  local _, nats = sentence:guess(i)
  return nats ~= nil and nats > 2 and not words.function_words[sentence[i]]
end

-- “junta”, “coup d'état”: a quoted expression; what a long quotation holds should have been translated.
local function is_cited(sentence, i)
  local quotation = sentence:quotation(i)
  if not quotation or not quotation.open or not quotation.close then return false end
  local from, to = quotation.open, quotation.close
  if from == 1 and to == #quotation.block then return false end
  return to - from < 6 or speaks_foreign(sentence, i - 1) or speaks_foreign(sentence, i + 1)
end

-- The second word of a Latin name, and what stands in a name of several words.
local latin_endings = { "us$", "io$", "um$", "is$", "ae$", "i$", "a$", "ens$", "oides$" }

-- Medicine makes new words of Greek and Latin in every language.
local medical_endings = { "mab$", "nib$", "vir$", "itis$", "osis$", "oses$", "oma$", "omas$", "omatous$", "algia$", "plasia$",
  "plakia$", "ectomy$", "tomic$", "enteric$", "emia$", "aemia$", "uria$", "pathy$", "cyte$", "cytes$",
  "idine$", "amine$", "azole$", "cillin$", "genic$", "nasal$" }

local function has_ending(word, endings)
  for _, ending in ipairs(endings) do
    if word:find(ending) then return true end
  end
  return false
end

local function is_named(sentence, i)
  local before, after = sentence:case(i - 1), sentence:case(i + 1)
  if after and after ~= "lower" and #sentence[i] < 5 then return true end
  if not before or before == "lower" or i == 2 and words.function_words[sentence[1]] then return false end
  return has_ending(sentence[i], latin_endings)
end

local function is_code(sentence, i)
  local before, after = sentence:kind(i - 1), sentence:kind(i + 1)
  if before and sentence:gap(i) == "" and before ~= "quote" and sentence[i - 1] ~= "(" and sentence[i - 1] ~= "—" then
    return true
  end
  if not after or sentence:gap(i + 1) ~= "" or after == "quote" then return false end
  return after ~= "punctuation" or sentence[i + 1] == "_" or sentence[i + 1] == "/"
end

-- The word gnaw, known as gnaw (gnaw), łodzianka (a woman).
local naming = words.set "word words term terms called named letter letters prefix suffix root verb noun so-called de del"

local function is_glossed(sentence, i)
  local before = sentence[i - 1]
  return naming[before] or before == "(" or before == "." or sentence[i + 1] == ")" or sentence[i + 1] == "("
    or before == "as" and (sentence[i - 2] == "known" or sentence[i - 2] == "such")
end

local latin_script = words.set "es fr de pt it nl sv da nb pl cs ro tr fi hu hr id vi"

-- Written in Latin letters, and no model knows them: another language's will do.
local unmodelled = words.set "is et lv lt sk sl ca eu gl ga cy mt sq af bs ms tl so sw eo"

-- Languages that engines know badly: what no lexicon has is broken then, whatever it looks like.
local weak = words.set "ne si et lv lt is mt ga cy eu sq km lo my am so sw kk ky uz tg mn ps ur bn gu mr ta te kn ml pa"

-- Less is needed where the letters speak for the text's source; pages about software have words of their own.
local function find_language(sentence, i, options)
  local code, nats = sentence:guess(i)
  if not latin_script[code] then return nil end -- en/foreign-script has the others
  local doc = sentence.doc
  if nats >= (doc.format == "plain" and options.nats or options.markup_nats) then return code end
  local source = doc.source_language and doc.source_language:match("^%a+")
  if not source then return nil end
  if weak[source] then return nats >= options.weak_nats and source or nil end
  local speaks = unmodelled[source] and nats or select(2, sentence:guess(i, source))
  return speaks >= options.source_nats and source or nil
end

local function check_word(sentence, i, report, options)
  local word = sentence[i]
  if i == 1 or #word < 4 or borrowed[word] or sentence:count(i) > options.most then return end
  if is_cited(sentence, i) or sentence:emphasized(i) then return end
  local language = find_language(sentence, i, options)
  if not language or is_glossed(sentence, i) or is_code(sentence, i) or is_named(sentence, i) then return end
  if has_ending(word, medical_endings) then return end
  report(sentence, i, i, { message = "This is no English word (" .. language .. "?): translate it." })
end

function rule.check(match, report, options)
  for sentence, i in match.hits() do check_word(sentence, i, report, options) end
end

return rule
