local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "an acronym in lower case behind its words",
  why     = [[*The basic health unit (bhu)*: an engine that was fed lower-cased text gives the acronym back as it got it. What stands in
brackets behind the words whose initials it is made of is written in capitals.]],
  level   = "warning",
  vocabulary = true,
  mqm     = "capitalization",
  measured = "32 of 50 touch a rater's error span; none in clean English",
  trigger = "\\( <lower> \\)",
  message = "An acronym is written in capitals.",
  bad = {
    { "The basic health unit (<<bhu>>) is open.", fix = "The basic health unit (BHU) is open." },
    { "It is bleeding of the inner vein (<<biv>>) that they saw.", fix = "It is bleeding of the inner vein (BIV) that they saw." },
    { "They treat chronic obstructive disease (<<cod>>) there.", fix = "They treat chronic obstructive disease (COD) there." },
  },
  good = {
    "The basic health unit (BHU) is open.",
    "The harbour (old) is closed, and so is a sea (as).",
    "Choose this or that (sic) here.",
    "It is a metre (m) long.",
    "It does 60 miles per hour (mph), and the secure shell (ssh) is open.",
    "Tim and his egg (the) left.",
  },
}

local skipped = { of = true, the = true, ["and"] = true, ["in"] = true, ["for"] = true, to = true, on = true, by = true, with = true, a = true }

-- Names of programs, and what is written in lower case everywhere.
local lower = words.union(words.function_words, words.set "ssh pwd tcl awk sed aka asap")

-- Whether the letters are the initials of the words before token i, read backwards; a word with a hyphen may give two.
local function is_made_of(letters, sentence, i)
  local at = #letters
  for k = i, math.max(1, i - 12), -1 do
    local word = sentence[k]
    if sentence:kind(k) ~= "word" or word == "per" then return false end -- miles per hour (mph)
    local second = word:match("%-(%a)")
    if second and at > 1 and letters:sub(at - 1, at) == word:sub(1, 1) .. second then
      at = at - 2
    elseif word:sub(1, 1) == letters:sub(at, at) then
      at = at - 1
    elseif not skipped[word] then
      return false
    end
    if at == 0 then return true end
  end
  return false
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first + 1
  local letters = sentence[i]
  if not letters:find("^%a%a%a?%a?%a?$") or #letters < 3 or lower[letters] then return end
  if sentence:emphasized(i) or not is_made_of(letters, sentence, match.first - 1) then return end
  report(sentence, i, i, { fix = letters:upper() })
end

return rule
