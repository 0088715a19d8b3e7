local words = require "calque.words"

local endings = words.set [[com org net edu gov io md txt html lua py js json xml csv pdf exe uk us de fr es it eu info co h c
  cpp php png jpg e i g ru rf ua by eu]]

local hosts = words.set "website site portal channel page domain"

-- Before a name with a stop in it (write to editor.desk, call it biomed.desk) there is none of these.
local frames = words.union(words.articles, words.be, words.coordinators, words.adverbs, words.set "not")

local rule = {
  api     = 1,
  summary = "two sentences without a space between them",
  why     = [[A stop glued to a word in lower case is what is left where the engine lost a word or a line break.]],
  level   = "warning",
  mqm     = "whitespace",
  measured = "7 in raw MT articles, 6 in human references; 0 of 1 changed by post-editors; none in clean English",
  trigger = ".|!|\\? <lower>",
  message = "A space is missing behind the stop, or a word.",
  bad = {
    { "The road was <<long.some>> walked it at night.", fix = false },
    { "It was <<cold.he>> went home." },
    { "Nobody <<came!she>> waited." },
  },
  good = {
    "The road was long. Some walked it at night.",
    "Write to editor.desk or see example.com and NRW.social and readme.md.",
    "It is on tele.one / harbour, and on the harbour.one website.",
    "Use e.g. this or i.e. that.",
    "Buy from us at 3 p.m. or later.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first - 1, match.last
  if first < 1 or sentence:case(first) ~= "lower" or sentence:kind(first) ~= "word" then return end
  if sentence:gap(first + 1) ~= "" or sentence:gap(last) ~= "" then return end
  if #sentence[first] < 2 or #sentence[last] < 2 or endings[sentence[last]] or endings[sentence[first]] then return end
  -- A name with stops in it (list.append, a.b.c) stands between code, not between words.
  if sentence[first - 1] == "." or sentence[last + 1] == "." and sentence[last + 2] ~= nil or sentence[last + 1] == "(" then
    return
  end
  if sentence[last + 1] == "/" or hosts[sentence[last + 1]] then return end
  if not frames[sentence[first - 1]] and not words.function_words[sentence[last]] then return end
  report(sentence, first, last)
end

return rule
