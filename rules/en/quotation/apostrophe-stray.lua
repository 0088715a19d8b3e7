local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "an apostrophe behind a word that takes none",
  why     = [[An engine that loses one of two single marks leaves the other: *if you' realize*, *according to' the plan*. Only the
plural in *-s* and words cut short (*goin' home*) end in an apostrophe. In the speech of
novels many more words are cut short: so it is looked for in speech only where the text is known to be a translation.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "0 in raw MT articles, 2 in human references; 6 of 7 changed by post-editors; 4 of 7 touch a rater's error span; 1 in clean English; read elsewhere: 8 of 12 right in essays and novels, in whose speech it is silent now",
  trigger = "<glued>&' <spaced>&<word>",
  message = "This mark opens nothing and closes nothing: delete it, or set its partner.",
  bad = {
    { "Nobody knew if you<<'>> would come.", fix = "Nobody knew if you would come.", source = "es" },
    { "They went, according to<<'>> the plan, by boat.", fix = "They went, according to the plan, by boat.", source = "es" },
    { "The port, built by sailors,<<'>> is closed.", fix = "The port, built by sailors, is closed.", source = "es" },
    { "The tariffs<<'>> in May and 8%<<'>> of them fell.", fix = "The tariffs in May and 8% of them fell.", source = "es" },
    { "They told about<<'>> the port with its boats'.", fix = false, source = "es" },
  },
  good = {
    { "The cells’ walls, the farmers' and the sailors' own, and the boss's are old.", source = "es" },
    { "Nobody knew if you would come.", source = "es" },
    { "The sailors' union and Ross' boat were there.", source = "es" },
    { "He was goin' home with ol' Tom.", source = "es" },
    { "It is 'de facto' closed, and 'so to speak' dead.", source = "es" },
    { "It is 6' high and 3' 2\" wide, in '98 and so on.", source = "es" },
    { "'We will wait,' he said. 'It is late,' she said.", source = "es" },
    "“Nobody kne' if you' would come,” he said.", -- where nothing says that it is a translation
  },
}

local cut = words.set "an th wi o ol fo lil po mo ha t d l m c n s ma wit e tha li ca da ta"

local function opens_before(sentence, i)
  local block, at = sentence.block, i + sentence.offset
  for k = at - 1, math.max(1, at - 80), -1 do
    local token = block[k]
    if (token == "'" or token == "‘" or token == "‚" or token == "`" or token == "´") and (k == 1 or block:gap(k) ~= "" or block:kind(k - 1) == "quote"
      or block[k - 1] == "(" or block[k - 1] == "=" or block[k - 1] == ":" or block[k - 1] == "-" or block[k - 1] == "--" or block[k - 1] == "—" or block[k - 1] == "–") then
      return true
    end
  end
  return false
end

local function takes_apostrophe(sentence, i)
  local word = sentence[i]
  if words.function_words[word] and #word > 1 and not cut[word] and not word:find("[thr]s$") then return false end
  return word:find("[szx]$") or word:find("in$") or word:find("%d") or #word < 3 or cut[word]
end

-- What nothing owns: "the cells' can", "the tariffs' in".
local no_thing = words.set [[in of for at by from with that which can could will would is are was were has have had may must]]

local function owns_nothing(sentence, i)
  local word = sentence[i - 1]
  if word:find("'s$") then return true end
  return #word > 3 and word:find("s$") and sentence:case(i - 1) == "lower" and no_thing[sentence[i + 1]]
    and sentence:case(i + 1) == "lower"
end

-- "the port' with its boats'": the two may be a pair, of which the first stands on the wrong side.
local function has_another(sentence, i)
  for k = i + 1, #sentence do
    if sentence[k] == sentence[i] and sentence:gap(k) == "" and sentence:kind(k + 1) ~= "word" then return true end
  end
  return false
end

local pieces = words.set "t s m re ve ll d" -- don' t: en/detached-ending

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if not sentence.doc.source_language and sentence:quoted(i) then return end
  if pieces[sentence[i + 1]] then return end
  if i < 3 or sentence:gap(i + 1) ~= " " then return end
  local before = sentence:kind(i - 1)
  if before == "word" and takes_apostrophe(sentence, i - 1) and not owns_nothing(sentence, i) then return end
  if before ~= "word" and sentence[i - 1] ~= "," and sentence[i - 1] ~= "%" then return end
  if sentence:emphasized(i) or opens_before(sentence, i) then return end
  local edits = not has_another(sentence, i) and { { i - 1, i, sentence:text(i - 1, i - 1) } } or nil
  report(sentence, i, i, { edits = edits, title = edits and "delete it" or nil })
end

return rule
