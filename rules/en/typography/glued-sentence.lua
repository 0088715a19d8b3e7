local words = require "calque.words"

local endings = words.set [[com org net edu gov io md txt html lua py js json xml csv pdf exe uk us de fr es it eu info co h c
  cpp php png jpg e i g ru rf ua by eu]]

local hosts = words.set "website site portal channel page domain"

-- Names with a stop in them (the user.email setting, use fs.watch or events.on) stand behind nearly any word, and their second
-- part may be a preposition or a verb: these begin a sentence and end no name.
local starts = words.union(words.articles, words.subject_pronouns, words.demonstratives, words.possessives,
  words.set "and but because although when while if some many most all every each there you let thank")

-- Before such a name there is none of these.
local frames = words.set "not very so too quite rather"

local rule = {
  api     = 1,
  summary = "two sentences without a space between them",
  why     = [[A stop glued to a word in lower case is what is left where the engine lost a word or a line break.]],
  level   = "warning",
  mqm     = "whitespace",
  measured = "7 in raw MT articles, 5 in human references; none in clean English",
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
    "The user.email setting, the config.user key and the events.on call are new, as is fs.watch, and foo.so is loaded.",
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
  local is_start = starts[sentence[last]] or sentence[first + 1] ~= "." and words.function_words[sentence[last]]
  if not is_start and not frames[sentence[first - 1]] then return end
  report(sentence, first, last)
end

return rule
