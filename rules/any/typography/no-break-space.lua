-- Typographers bind numbers to units, titles and initials to names, and some marks to words; Slavic
-- languages bind one-letter words to the next. Between two ordinary words it is a leftover of a paste.
local titles = { ["mr"] = true, ["mr."] = true, ["mrs"] = true, ["mrs."] = true, ["ms"] = true, ["ms."] = true,
  ["dr"] = true, ["dr."] = true, ["st"] = true, ["st."] = true, ["prof."] = true, ["no"] = true, ["no."] = true,
  ["nos."] = true, ["fig."] = true, ["vol."] = true, ["pp."] = true, ["sr."] = true, ["sra."] = true, ["m."] = true,
  ["mme"] = true, ["mlle"] = true, ["art."] = true, ["page"] = true, ["chapter"] = true, ["figure"] = true,
  ["table"] = true, ["section"] = true, ["rule"] = true, ["type"] = true }

local rule = {
  api     = 1,
  summary = "a no-break space between ordinary words",
  why     = [[Text pasted from an editor or a web page brings U+00A0 along where a plain space belongs: lines break badly
and searches miss the words. Between a number and its unit, a title and a name, or a mark and its word it is
right; so it is between two capitalised words, which may be a name. Where every tenth space is one, one finding stands for all.]],
  level   = "warning",
  mqm     = "whitespace",
  measured = "2 in rule-based es-en; none in clean English; read elsewhere: 20 of 20 right in manuals",
  scope   = "document",
  trigger = "<odd-gap>",
  options = { many = 20, share = 0.1 },
  message = "A no-break space stands here: write a plain space.",
  bad = {
    { "The<<\u{A0}>>island is small.", fix = "The island is small." },
    { "They came to the valley<<\u{A0}>>before the snow fell.", fix = "They came to the valley before the snow fell." },
    { "The bridge<<\u{A0} >>is closed.", fix = "The bridge is closed." },
    { "It<<\u{A0}>>rained." .. (" The\u{A0}road\u{A0}was\u{A0}wet."):rep(10), fix = false },
  },
  good = {
    "The island is small.",
    "It is 10\u{A0}km to the coast, and chapter\u{A0}9 says so.",
    "Mr\u{A0}Lee and J.\u{A0}Moreno met Dr.\u{A0}Holm.",
    "«\u{A0}Je sais\u{A0}», dit-elle\u{A0}; puis elle partit.",
    "Appendix\u{A0}A and the Upper\u{A0}Harbour are in Part\u{A0}II.",
    "The plan\u{A0}– if there is one\u{A0}– is old.",
  },
}

local function is_word(sentence, i)
  return sentence:kind(i) == "word"
end

local function binds_next(sentence, i)
  local word = sentence[i]
  return titles[word] or word:find("[.%d]") or utf8.len(word) == 1 or sentence:case(i) == "upper"
end

local function is_name(sentence, i)
  return sentence:case(i - 1) ~= "lower" and sentence:case(i) ~= "lower"
end

local function is_misplaced(sentence, i)
  local gap = sentence:gap(i)
  if not gap:find("\u{A0}", 1, true) and not gap:find("\u{202F}", 1, true) then return false end
  return i > 1 and is_word(sentence, i) and is_word(sentence, i - 1) and not binds_next(sentence, i - 1)
    and utf8.len(sentence[i]) ~= 1 and not sentence[i]:find("%d") and not is_name(sentence, i)
end

local function count_tokens(doc)
  local count = 0
  for sentence in doc:sentences() do count = count + #sentence end
  return count
end

function rule.check(match, report, options)
  local found = {}
  for sentence, i in match.hits() do
    if is_misplaced(sentence, i) then found[#found + 1] = { sentence, i } end
  end
  if #found >= options.many and #found > count_tokens(match.doc) * options.share then
    local first = found[1]
    return report(first[1], first[2], first[2], { gap = true, message = "Such spaces stand all over this text: write plain ones." })
  end
  for _, place in ipairs(found) do
    report(place[1], place[2], place[2], { gap = true, fix = " ", safe = true })
  end
end

return rule
