local clause = require "calque.clause"
local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "a sentence that begins in lower case",
  why     = [[Engines that join or cut sentences keep the case they had in the middle: *It rained. the road was wet*. A whole
text in lower case was translated from a lower-cased source. A text that mixes both all over is a manual, a log or a talk, and left
alone; in speech, what follows a cry may go on small.]],
  level   = "warning",
  vocabulary = true,
  mqm     = "capitalization",
  measured = "36 in raw MT articles, 5 in human references; 26 of 43 changed by post-editors; 32 of 57 touch a rater's error span; 1 in clean English; read: 22 of 22 right in raw MT articles",
  scope   = "document",
  trigger = { "^ <lower>", "^ <open> <lower>" },
  options = { many = 8, share = 0.5 },
  message = "A sentence begins with a capital letter; or the stop before it is wrong.",
  bad = {
    { "“<<we>> will not wait any longer,” she said.", fix = false },
    { "It rained all day<<. the>> road was wet.", fix = "It rained all day. The road was wet." },
    { "<<in>> spring the road was closed for three weeks.", fix = false },
    { "Virtual team<<! members>> often meet at noon.", fix = "Virtual team! Members often meet at noon." },
    { "They want to know what can be done for the kidney<<! function>>." },
    { "Nobody came<<. after>> the vote they went home.\n\nIt rained.", fix = "Nobody came. After the vote they went home.\n\nIt rained." },
  },
  good = {
    "It rained all day. The road was wet.",
    "“much too late for us” was what he said.",
    "Buy from us at 3 p.m. or later. iPhones are cheap. eBay is not.",
    "The people at Yahoo! say so. No money? no problem. What? no.",
    "de Gaulle left in May. van Gogh painted it.",
    "- one of them\n- another of them.",
    "Who knows? nobody.",
    "harbour now opens the gate for all that come by boat.\n\nquiet\n      Open the gate of the harbour without a word.",
    "“Oh, poor soul! she has never seen him since,” he said. “What will she say to him? how will she look?”",
    ("It rained. The boat left.\n\nharbour is the command that opens the gate.\n\n"):rep(8),
    "What are you waiting for? the old man asked her. Nothing.",
    "He asked where it was? and when it came.",
    "See below:\n\nnames of towns",
    "and stayed in the village until the snow was gone.",
    "from the source of the river to the sea.",
    "tidy-harbour is a program that reads tables. It rained. next_boat holds the name of the boat.",
    "오누이는 호랑이를 피해 나무 위로 올라갔다.",
    "`make` builds it. `make check` tests it.",
  },
}

local particles = words.set [[de da do dos das du des del della di van von vom zu zur ter ten den der la le el al bin bint ibn d'
  ap y of abu e i ii iii iv v vi viii ix x a b c x-ray x-rays p-value p-values n]]

-- Code and names of programs are written small; letters of some scripts are neither small nor capital.
local function is_name(sentence, i)
  if sentence[i]:find("[-_]") or sentence:text(i, i):upper() == sentence:text(i, i) then return true end
  local behind, kind = sentence[i + 1], sentence:kind(i + 1)
  if particles[sentence[i]] and sentence:case(i + 1) ~= "lower" or sentence:emphasized(i) then return true end
  if sentence:gap(i + 1) == "" and kind and kind ~= "punctuation" and kind ~= "quote" then return true end
  return behind == "(" and sentence:gap(i + 1) == "" or behind == "=" or behind == ":"
end

local function ends_like_a_sentence(text)
  local last = #text
  while last > 1 and (text:kind(last) == "quote" or text[last] == ")") do last = last - 1 end
  local mark = text[last]
  return mark == "." or mark == "!" or mark == "?" or mark == "…" or mark == "..."
end

local openers = words.set "the a an this these those in at by from for dr mr mrs ms prof dr. mr. mrs. ms. prof."

-- "The mill! itself was sold": what stands before the mark is no sentence.
local function is_cut(previous, sentence)
  local first = sentence[1]
  return openers[previous[1]] and not words.articles[first] and not words.pronouns[first] and not words.conjunctions[first]
    and not previous:quoted(1)
end

local asking = words.union(words.auxiliaries, words.set "who whom whose what which where when why how really so and but or if you oh hey no yes well ok")
local cries = words.set "what how oh ah alas dear poor who why where"

-- "How kind! what shall I say?"
local function is_cry(previous)
  for i = 1, math.min(#previous, 4) do
    if cries[previous[i]] then return true end
  end
  return false
end

local bound = words.set "ago itself himself herself themselves than else"

-- "Virtual team! members often meet", "three weeks! ago", "can inhibit kidney! function.": one sentence, and its mark
-- stands in the middle.
local function is_broken(previous, sentence)
  local last, first = #previous - 1, sentence[1]
  if previous[#previous] == "." then return (previous[last] or ""):find("'s$") and (sentence:tag(1)) == "NOUN" end
  if previous:kind(last) ~= "word" or previous:quoted(last) or asking[previous[1]] then return false end
  if previous:case(last) ~= "lower" and previous[#previous] == "!" then return false end -- Yahoo! and its like
  if bound[first] then return #previous > 2 end
  if previous[last] == "'" or words.pronouns[first] or words.contractions[first] or words.contractions[previous[1]] then return false end
  if #sentence < 4 then return #sentence > 1 and #previous > 6 and (sentence:tag(1)) == "NOUN" and not clause.has_finite(sentence, 1) end
  if words.function_words[first] and not words.auxiliaries[first] then return false end
  return #previous > 2 and #previous < 9 and previous:kind(1) == "word" and not clause.has_finite(previous, 1) and clause.has_finite(sentence, 1)
end

-- “Who is it? the boy asked”
local function says_who(sentence)
  for i = 2, 4 do
    if words.reporting_verbs[sentence[i]] then return true end
  end
  return false
end

-- Behind "e.g." or "who?" a sentence may go on.
local function continues(previous)
  local last = #previous
  local mark = previous[last]
  if mark == "…" or mark == "..." then return true end
  return mark ~= "." and (#previous < 5 or previous:kind(last) == "quote" or previous[last] == ")")
    or mark == "." and (#previous < 3 or previous:kind(last - 1) ~= "word" and previous:kind(last - 1) ~= "number"
      and previous:kind(last - 1) ~= "quote" and previous[last - 1] ~= ")")
end

local middle = words.union(words.relative_pronouns, words.finite_verbs, words.set "and or nor than own")

local function says_something(sentence)
  for i = 2, #sentence do
    local word = sentence[i]
    if words.finite_verbs[word] or words.reporting_verbs[word] or sentence:kind(i) == "word" and word:find("ed$") then return true end
  end
  return false
end

-- A paragraph alone may be cut out of a sentence: "and stayed there until May.", "from the source to the sea."
local function is_piece(sentence)
  local block = sentence.block
  if block.previous or block.next then return false end
  return middle[sentence[1]] or #sentence < 12 and not says_something(sentence)
end

-- "harbour opens the gate.": a program, where English has no noun without an article.
local function is_program(sentence)
  if words.function_words[sentence[1]] or sentence[1]:find("s$") then return false end
  local second = sentence[2] or ""
  local i = (sentence:tag(2)) == "ADV" and 3 or 2
  if second:find("ing$") or second:find("ed$") then return false end
  return sentence[i] ~= nil and sentence[i]:find("s$") ~= nil and sentence:has_feature(i, "VerbForm=Fin")
end

-- A manual's term over the lines that explain it, which stand further in.
local function is_over_lines(sentence)
  for i = 2, math.min(#sentence, 5) do
    if sentence:gap(i):find("\n%s%s%s%s") then return true end
  end
  return false
end

local function begins_block(sentence)
  local block = sentence.block
  if is_program(sentence) or is_over_lines(sentence) then return false end
  if block.type ~= "paragraph" or #sentence < 5 or is_piece(sentence) then return false end
  local before = block.previous
  return not before or before.type ~= "paragraph" or ends_like_a_sentence(before)
end

-- “we will not wait,” she said: a whole sentence is quoted, not a phrase.
local function is_speech(sentence)
  local quotation = sentence:quotation(1)
  if not quotation or not quotation.close or quotation.close - quotation.open < 5 then return false end
  local last = quotation.block[quotation.close - 1]
  return last == "," or last == "." or last == "!" or last == "?"
end

local function check_start(sentence, first, report)
  if sentence[first]:find("%d") or #sentence[first] < 2 and sentence[first] ~= "a" and sentence[first] ~= "i" then return end
  if not sentence.terminated or not ends_like_a_sentence(sentence) or is_name(sentence, first) then return end
  local previous = sentence.previous
  if previous and not is_broken(previous, sentence) then
    local is_stop = previous[#previous] == "."
    if not is_stop and (words.coordinators[sentence[1]] or words.reporting_verbs[sentence[1]] or says_who(sentence))
      or #sentence < 4 then return end
    if not is_stop and sentence:quoted(1) and is_cry(previous) then return end
    if continues(previous) and not is_cut(previous, sentence) then return end
  elseif not previous and first == 1 and not begins_block(sentence) then
    return
  end
  if first == 2 and not is_speech(sentence) then return end
  local text = sentence:text(first, first)
  local letter = text:match("^[^\128-\191][\128-\191]*") or ""
  local capital = words.match_case(text, "A" .. text:sub(#letter + 1))
  local edits = { { first + sentence.offset, first + sentence.offset, capital } }
  -- The letter is wrong or the stop before it.
  local from = sentence.offset + (previous and first == 1 and 0 or first)
  report(sentence.block, from, sentence.offset + first, { edits = previous and edits or nil })
end

local function count_sentences(doc)
  return doc.last and doc.last.index or 0
end

function rule.check(match, report, options)
  local found = {}
  local function keep(...) found[#found + 1] = { ... } end
  for sentence, _, last in match.hits() do check_start(sentence, last, keep) end
  if #found >= options.many and #found < count_sentences(match.doc) * options.share then return end
  for _, finding in ipairs(found) do report(table.unpack(finding)) end
end

return rule
