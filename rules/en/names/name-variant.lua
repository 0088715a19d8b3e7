local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "one name written in two ways",
  why     = [[An engine keeps an accent in one sentence and drops it in the next, or writes *Terry Man* here and *Terryman* there.
The rarer form is reported, with the place of the other.]],
  level   = "warning",
  vocabulary = true,
  mqm     = "inconsistency",
  measured = "27 in raw MT articles, 1 in human references; 6 of 17 touch a rater's error span; 3 in clean English, 1 in clean Markdown; read: 27 of 27 right in raw MT articles",
  scope   = "document",
  message = "This name is written in another way elsewhere in the text.",
  bad = {
    { "He saw Beatriz Núñez. Later <<Beatriz Nunez>> left, and then Beatriz Núñez slept.", fix = false },
    { "They met Terryman at noon, and <<Terry Man>> said that Terryman slept." },
    { "Wang Yi-ning spoke, Wang Yi-ning said, and <<Wang Yining>> left, as Wang Yi-ning does." },
    { "It is in Al Hasakah, near Al Hasakah, not in <<Al-Hasakah>>." },
  },
  good = {
    "He saw Beatriz Núñez. Later Beatriz Núñez left.",
    "They met Terryman at noon, and Larry Man said that he slept.",
    "The Health Care Act is about healthcare. Some say Healthcare.",
    "He went to Israel. In Israel, said the Israelis, Israel is warm.",
    "He met Leeson. Lee's son met Leeson, too.",
    "They saw the Post Office and the post office.",
    "He met Michaël Roe in May. Michael Poe saw Michaël Roe, too.",
    "I daresay it rains. I dare say it did.",
    "The change is by Beth Griggs. Thanks, Beth Griggs, and welcome BethGriggs to the team.",
    "The MapReader is new. Every map reader, says MapReader, needs a MapReader.",
    "They love the Russian language, and they read Russian-language books.",
  },
}

-- Words that are written in both ways by good papers, joined or apart.
local both = words.set [[healthcare website email online nonprofit homepage lawmaker makeup startup setup backup workplace
  newsroom worldwide anymore everyday maybe someone sometime cannot onto today northeast northwest southeast southwest
  secretarygeneral vicepresident viceminister midwest midterm lieutenantcolonel lineup followup coworker cofounder airforce]]

local function join(sentence, i, j)
  return (table.concat({ table.unpack(sentence, i, j) }):gsub("[-']", ""))
end

local function is_listed(sentence, i, j)
  local joined = join(sentence, i, j)
  return both[joined] or both[joined:gsub("s$", "")]
end

-- Cunégonde and Cunegonde; not Post Office and post office, the Russian language and Russian-language books, or
-- "Cunegonde slept", where one word more says nothing more.
local function differs(one, i, j, other, k, l)
  local left, right = one:text(i, j), other:text(k, l)
  if one[i] == "i" or other[k] == "i" then return false end -- "I daresay"
  if left:find("%-%u$") or right:find("%-%u$") then return false end -- the key Control-S, and controls
  if left:find("['’]s ") or right:find("['’]s ") then return false end -- Leeson and "Lee's son"
  if left:lower() == right:lower() or j > i and l > k and one[j] == other[l] then return false end
  -- Israelis and "Israel is"
  if j > i and words.function_words[one[j]] or l > k and words.function_words[other[l]] then return false end
  if left:find("[- ]%l") and right:find("[- ]%l") and left:gsub("-", " ") == right:gsub("-", " ") then return false end
  return j - i ~= l - k or j == i or one[i] == other[k]
end

-- "GraphQLClient" in code, and the "GraphQL client" that it is a name for.
local function is_identifier(one, i, j, other, k, l)
  return i == j and one:case(i) == "mixed" and l > k and other:case(l) == "lower"
end

-- The token beside it where that is a part of the name, too.
local function neighbour(sentence, i)
  return sentence:case(i) == "capitalized" and i > 1 and not words.function_words[sentence[i]] and sentence[i] or nil
end

-- "Michaël Roe" and "Michael Poe": two persons.
local function has_other_name(one, i, other, k)
  local after, other_after = neighbour(one, i + 1), neighbour(other, k + 1)
  if after and other_after then return after ~= other_after end
  local before, other_before = neighbour(one, i - 1), neighbour(other, k - 1)
  return before and other_before and before ~= other_before or false
end

-- The handle "BethGriggs" of Beth Griggs.
local function is_handle(one, i, j, other, k, l)
  if k ~= l or other:case(k) ~= "mixed" then return false end
  return one:text(i, j):gsub(" ", "") == other:text(k, l)
end

-- Whether a token of k to l in that sentence is reported: "Fan Mingyi" is one finding, and not "Mingyi" once more.
local function is_reported(seen, sentence, k, l)
  for i = k, l do
    if seen[sentence.index << 16 | i] then return true end
  end
  return false
end

local function remember(seen, sentence, k, l)
  for i = k, l do seen[sentence.index << 16 | i] = true end
end

function rule.check(match, report)
  local seen = {}
  for one, i, j, _, other, k, l in match.doc:variants() do
    if not is_reported(seen, other, k, l) and not is_listed(other, k, l) and differs(one, i, j, other, k, l)
      and not other:emphasized(k) and not is_handle(one, i, j, other, k, l)
      and not (i == j and k == l and has_other_name(one, i, other, k))
      and not is_identifier(one, i, j, other, k, l) and not is_identifier(other, k, l, one, i, j) then
      remember(seen, other, k, l)
      report(other, k, l, { related = { { one, i, j, "written so here" } } })
    end
  end
end

return rule
