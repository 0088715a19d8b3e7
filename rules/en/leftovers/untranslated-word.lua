local words = require "calque.words"

local frequent = words.set(require "_frequent")
local everyday = words.set(require "_everyday")
local nouns = words.set(require "_nouns")

local function join(text)
  return (text:gsub("%s+", "|"):gsub("^|", ""):gsub("|$", ""))
end

local rule = {
  api     = 1,
  summary = "a word of the source language",
  why     = [[An engine copies the words that it does not know: *the reunión was short*, *what had sucedido*. The word is not in
a lexicon of half a million English forms, and its letters speak for another language. Names, quoted and emphasised words, the
second word of a Latin name and words that are used again and again are left alone. Beside code and its signs, words are names
and the jargon of a trade; there only those with letters that English lacks are reported, and all over a text that has much of it.]],
  level   = "warning",
  mqm     = "untranslated",
  measured = "204 in raw MT articles, 6 in human references; 215 in rule-based es-en; 1275 of 1316 changed by post-editors; 35 of 63 touch a rater's error span; 7 in clean English, 1 in clean Markdown; read elsewhere: 82 findings in a million words of READMEs and changelogs, none of 30 right",
  scope   = "document",
  trigger = { "<unknown>", "<lower>&" .. join(require "_frequent"), "^ <capitalized>&" .. join(require "_openers"), "^ <open> <capitalized>&" .. join(require "_openers"),
    "<capitalized>&" .. join(require "_nouns") },
  vocabulary = true,
  options = { nats = 4.5, plain_nats = 2.5, letter_nats = 1.0, source_nats = 1.5, weak_nats = 0.0, markup_nats = 4.0, most = 2, technical = 3, share = 0.3, looked = 500, code = 0.1 },
  message = "This is no English word: translate it.",
  bad = {
    { "The <<reunión>> lasted two hours.", fix = false },
    { "He spoke of what had <<sucedido>> in the valley." },
    { "The <<norcoreano>> leader left early.", source = "es" },
    { "Warnings were given by the <<bezpečnostním>> office." },
    { "“We spoke about all that had <<sucedido>> in the valley,” she said." },
    { "<<Actualmente>>, we have a boat, and I know him very <<bene>>." },
    { "The plan is as old <<que>> the hills, and a <<turística>> attraction." },
    { "“<<Actualmente>>, we have a boat, and three <<kleinen>> nets,” she said." },
    { "<<Behörden>> are silent. Their <<Regierung>> left in an emotional <<Reaktion>>." },
    { "It was launched on <<octubre>> 10 and is <<vraiment>> good." },
  },
  good = {
    "The meeting lasted two hours.",
    "They ate paella and sushi after the siesta.",
    "The décor was naïve, and the pâté with yuzu a cliché in every résumé.",
    "The mushroom Psilocybe subaeruginosa grows here.",
    "The word *reunión* means meeting, and so does “xunta”.",
    "Run `kcalc` and readme.txt first.",
    "The option --quiet is for dhcpaltd only, and * Fix: gtknotify is gone.",
    "A marae is a house. The marae stands in the village. No marae is closed.",
    "Ludwig van Beethoven met Charles de la Tour.",
    "It is a nota bene of terra firma, by Smith et al. in the beau monde.",
    "He read “La vida es sueño” in bed.",
    "The Regierung Schmidt and Mr Männer met by Fortschritte.",
    "It needs glibc 2.17, and asciidoc 8.",
    "Call read_boat() first.\n\nThen set --boat.\n\nSee `boat` for more.\n\nThe postharb gets its own slotnik.",
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
  if to - from < 6 then return true end
  local before, after = speaks_foreign(sentence, i - 1), speaks_foreign(sentence, i + 1)
  return before and after or (before or after) and not words.function_words[sentence[i - 1]]
end

-- Letters that English has only in borrowed words.
local foreign_letters = "[áéíóúñçãõêôâîûàèìòùäöüßłąęśćńźżčšžřěůýðþåøďťňľőűăşţğı]"

local function has_foreign_letter(word)
  for _, code in utf8.codes(word) do
    if code > 191 and foreign_letters:find(utf8.char(code), 1, true) then return true end
  end
  return false
end

-- The second word of a Latin name, and what stands in a name of several words.
local latin_endings = { "us$", "io$", "um$", "is$", "ae$", "i$", "a$", "ens$", "oides$" }

-- Medicine makes new words of Greek and Latin in every language.
local medical_endings = { "mab$", "nib$", "vir$", "itis$", "osis$", "oses$", "oma$", "omas$", "omatous$", "algia$", "plasia$",
  "plakia$", "ectomy$", "tomic$", "enteric$", "emia$", "aemia$", "uria$", "pathy$", "cyte$", "cytes$",
  "idine$", "amine$", "azole$", "cillin$", "genic$", "nasal$", "xaban$", "statin$", "similars?$", "vedotin$" }

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
  return has_ending(sentence[i], latin_endings) and not has_foreign_letter(sentence[i])
end

-- "informa-" at the end of a line, and its rest in the next.
local function is_split(sentence, i)
  return sentence[i + 1] == "-" and sentence:gap(i + 1) == ""
    or sentence[i - 1] == "-" and sentence:gap(i):find("\n", 1, true) ~= nil and sentence:gap(i - 1) == ""
end

local function is_code(sentence, i)
  if sentence[i]:find("_", 1, true) or is_split(sentence, i) then return true end
  local before, after = sentence:kind(i - 1), sentence:kind(i + 1)
  if before and sentence:gap(i) == "" and before ~= "quote" and sentence[i - 1] ~= "(" and sentence[i - 1] ~= "—" then
    return true
  end
  if not after or sentence:gap(i + 1) ~= "" or after == "quote" then return false end
  return after ~= "punctuation" or sentence[i + 1] == "_" or sentence[i + 1] == "/"
end

-- The word gnaw, known as gnaw (gnaw), łodzianka (a woman), gnaw, or wood.
local naming = words.set "word words term terms called named letter letters prefix suffix root verb noun so-called de del"

local function opens_near(sentence, i)
  for k = i - 1, i - 4, -1 do
    if sentence[k] == "(" then return true end
  end
  return false
end

local function is_glossed(sentence, i)
  local before = sentence[i - 1]
  local after = sentence[i + 1]
  return naming[before] or before == "(" or before == "." or after == ")" and (opens_near(sentence, i) or not has_foreign_letter(sentence[i])) or after == "(" or after == "," and sentence[i + 2] == "or"
    or before == "as" and (sentence[i - 2] == "known" or sentence[i - 2] == "such")
end

local latin_script = words.set "es fr de pt it nl sv da nb pl cs ro tr fi hu hr id vi"

-- Written in Latin letters, and no model knows them: another language's will do.
local unmodelled = words.set "is et lv lt sk sl ca eu gl ga cy mt sq af bs ms tl so sw eo"

-- Languages that engines know badly: what no lexicon has is broken then, whatever it looks like.
local weak = words.set "ne si et lv lt is mt ga cy eu sq km lo my am so sw kk ky uz tg mn ps ur bn gu mr ta te kn ml pa"

-- An English word beside it, or a mark: what stands between capitals or other foreign words is a name or a phrase.
local function is_english(sentence, i)
  local kind = sentence:kind(i)
  if kind ~= "word" then return kind == nil or kind == "punctuation" and sentence[i] ~= "-" and sentence[i] ~= "/" end
  if words.function_words[sentence[i]] then return true end
  local _, nats = sentence:guess(i)
  return sentence:case(i) == "lower" and not frequent[sentence[i]] and nats < 2
end

-- In a piece of a foreign sentence its neighbours are foreign, too.
local function stands_in_english(sentence, i)
  local before, after = is_english(sentence, i - 1), is_english(sentence, i + 1)
  return before and after or before and sentence:case(i + 1) or after and sentence:case(i - 1)
end

-- Beside a number or a quotation mark names of things stand, too, and so the word itself has to speak.
local function may_be_english(sentence, i)
  local kind = sentence:kind(i)
  return kind == "number" or kind == "quote" or is_english(sentence, i)
end

local function stands_between(sentence, i)
  return is_english(sentence, i - 1) and may_be_english(sentence, i + 1) or may_be_english(sentence, i - 1) and is_english(sentence, i + 1)
end

-- What an unknown word of English looks like: made of known parts, or misspelt.
local english_endings = { "ing$", "ings$", "ed$", "tion$", "tions$", "ology$", "ologies$", "ers?$", "ors?$", "als?$", "ally$",
  "isms?$", "ists?$", "ity$", "ics?$", "ous$", "[ai]ble$", "ly$", "ness$", "ful$", "less$", "i[sz]e$", "i[sz]es$", "y$", "ive$",
  "ship$", "hood$", "wards?$", "'s$", "'$", "ium$", "gram$", "graphs?$", "scope$", "phage$", "ase$", "ine$", "in$", "ol$", "one$",
  "oids?$", "like$", "wise$", "out$", "line$", "time$", "code$", "point$", "vir$", "[cu]lar$", "ban$", "ance$", "ence$", "ant$", "ent$", "oo$" }

-- What no English word ends in.
local foreign_endings = { "mente$", "ivement$", "eaux$", "zion[ei]$", "ción$", "ciones$", "adores$", "ando$", "iendo$", "aron$", "ieron$",
  "aban$", "ione$", "trice$", "toires?$", "naires?$", "euses?$", "andone$", "endone$", "evano$", "avano$", "erano$", "arono$", "erono$", "ovala?$", "ungen$", "keit$", "heit$", "schaft$", "lich$", "ości$", "owych$", "owanie$", "ość$", "ených$" }

local parts = { "^nano", "^micro", "^multi", "^pseudo", "^non%-", "^anti%-?", "^hyper", "^poly", "^immuno", "^neuro", "(%a)%1%1", "æ", "œ" }

local function may_be_new(word)
  return has_ending(word, english_endings) or has_ending(word, parts)
end

-- A word that is common elsewhere, or whose letters look like no English ones.
local function looks_foreign(word)
  return everyday[word] or has_foreign_letter(word) or has_ending(word, foreign_endings)
end

-- Few nats are enough where the word looks like no English one, many where it may be one.
local function is_foreign(sentence, i, nats, options)
  local word = sentence[i]
  if sentence.doc.format ~= "plain" then return false end
  if nats >= options.letter_nats and looks_foreign(word) or everyday[word] then return stands_between(sentence, i) or stands_in_english(sentence, i) end
  return nats >= options.plain_nats and not may_be_new(word) and stands_in_english(sentence, i)
end

-- Less is needed where the letters speak for the text's source; pages about software have words of their own.
local function find_language(sentence, i, options)
  local code, nats = sentence:guess(i)
  if not latin_script[code] then return nil end -- en/foreign-script has the others
  local doc = sentence.doc
  if nats >= (doc.format == "plain" and options.nats or options.markup_nats) or is_foreign(sentence, i, nats, options) then
    return code
  end
  local source = doc.source_language and doc.source_language:match("^%a+")
  if not source then return nil end
  if weak[source] then return nats >= options.weak_nats and source or nil end
  local speaks = unmodelled[source] and nats or select(2, sentence:guess(i, source))
  return speaks >= options.source_nats and source or nil
end

local function report_word(sentence, i, report, language)
  report(sentence, i, i, { message = "This is no English word (" .. language .. "?): translate it." })
end

local function check_word(sentence, i, tell, options)
  local word = sentence[i]
  if i == 1 or #word < (has_foreign_letter(word) and 3 or 4) or borrowed[word] or sentence:count(i) > options.most then return end
  if is_cited(sentence, i) or sentence:emphasized(i) then return end
  local language = find_language(sentence, i, options)
  if not language or is_glossed(sentence, i) or is_code(sentence, i) or is_named(sentence, i) then return end
  if has_ending(word, medical_endings) then return end
  tell(sentence, i, language)
end

local latin = words.set "al al. cetera seq seq. alia alii tam mater firma cotta incognita nova domini bene mot cum"

local function check_frequent(sentence, i, tell)
  if i == 1 or sentence:kind(i - 1) ~= "word" and sentence:kind(i + 1) ~= "word" then return end
  if not is_english(sentence, i - 1) or not is_english(sentence, i + 1) then return end
  if latin[sentence[i + 1]] or sentence:quoted(i) and is_cited(sentence, i) or sentence:emphasized(i) then return end
  if sentence:gap(i) ~= " " or is_glossed(sentence, i) or is_code(sentence, i) or sentence.doc.format ~= "plain" then return end
  local language = sentence:guess(i)
  if latin_script[language] then tell(sentence, i, language) end
end

local function check_opener(sentence, i, tell)
  local language = sentence:guess(i)
  local is_alone = sentence:kind(i + 1) == "word" and is_english(sentence, i + 1) or sentence[i + 1] == "," and is_english(sentence, i + 2)
  if is_alone and #sentence > 3 and sentence.terminated and not sentence:emphasized(i) then tell(sentence, i, language) end
end

local leading = words.set "DET ADJ NUM"

-- “an emotional Reaktion”, “Behörden are expecting”: German nouns, which no other language writes with a capital.
local function check_noun(sentence, i, tell)
  local after = sentence:case(i + 1)
  if after and after ~= "lower" or not is_english(sentence, i + 1) or sentence:emphasized(i) or is_code(sentence, i) then return end
  if i == 1 and not words.finite_verbs[sentence[2]] or sentence:quoted(i) and is_cited(sentence, i) then return end
  local is_lower = sentence:case(i - 1) == "lower" or i == 2
  local upos = i > 1 and is_lower and sentence:tag(i - 1)
  if i > 1 and not (leading[upos] or is_lower and (sentence[i - 1] == "both" or words.possessives[sentence[i - 1]])) then return end
  tell(sentence, i, "de")
end

local code_kinds = words.set "path placeholder handle"
local code_signs = words.set "* = | \\ ` _ { } -- -> => ::"

-- What stands beside code: "Fix the readtab handling in read_table()".
local function is_technical(sentence)
  for i = 1, #sentence do
    local token = sentence[i]
    if code_signs[token] or code_kinds[sentence:kind(i)] or token:find("%w_%w") then return true end
    if token == "(" and sentence[i + 1] == ")" then return true end
  end
  return false
end

local function count_technical(found)
  local count = 0
  for _, place in ipairs(found) do
    if place.is_technical then count = count + 1 end
  end
  return count
end

-- A changelog or a manual: of its first sentences so many stand beside code, whatever the words are that were found.
local function is_about_code(doc, options)
  local count, seen = 0, 0
  for sentence in doc:sentences() do
    if seen == options.looked then break end
    seen = seen + 1
    if is_technical(sentence) then count = count + 1 end
  end
  return count >= options.technical and count > seen * options.code
end

-- libharbour, harbour-utils: programs and their parts.
local function is_part_name(word)
  return word:find("-", 1, true) ~= nil or word:find("^lib") ~= nil
end

local function find_words(match, options)
  local found = {}
  local function tell(sentence, i, language)
    found[#found + 1] = { sentence = sentence, i = i, language = language, is_technical = is_technical(sentence) }
  end
  for sentence, _, i in match.hits() do
    if sentence:case(i) == "capitalized" and nouns[sentence[i]] then
      check_noun(sentence, i, tell)
    elseif sentence:case(i) == "capitalized" then
      check_opener(sentence, i, tell)
    elseif not frequent[sentence[i]] then
      check_word(sentence, i, tell, options)
    elseif sentence:count(i) <= options.most then
      check_frequent(sentence, i, tell)
    end
  end
  return found
end

function rule.check(match, report, options)
  local found = find_words(match, options)
  if #found == 0 then return end
  local technical = count_technical(found)
  local is_trade = technical >= options.technical and technical > #found * options.share or is_about_code(match.doc, options)
  for _, place in ipairs(found) do
    local word = place.sentence[place.i]
    local is_jargon = is_trade or place.is_technical or technical > 0 and is_part_name(word)
    if not is_jargon or has_foreign_letter(word) then
      report_word(place.sentence, place.i, report, place.language)
    end
  end
end

return rule
