local words = require "calque.words"

local verbs = "said|says|added|affirmed|commented|explained|declared|announced|stated|asked|replied|answered|told|wrote|denied"
  .. "|confirmed|admitted|assured|warned|insisted|remembered|described|manifested|showed|began|decided|went|became"

local rule = {
  api     = 1,
  summary = "a verb with a capital behind a name",
  why     = [[Spanish *Comentó Ruiz que …* begins with the verb; when the engine puts the name first, the capital stays on
the verb.]],
  level   = "warning",
  mqm     = "capitalization",
  measured = "6 in rule-based es-en; none in clean English",
  trigger = "<capitalized>&" .. verbs .. " <lower>",
  message = "This verb is not the first word: no capital.",
  bad = {
    { "Ruiz <<Commented>> with a smile that it was late.", fix = "Ruiz commented with a smile that it was late." },
    { "Moreno <<Said>> that the road would stay closed.", fix = "Moreno said that the road would stay closed." },
    { "Later Lee <<Denied>> all of it in court.", fix = "Later Lee denied all of it in court." },
  },
  good = {
    "Ruiz commented with a smile that it was late.",
    "Things He Said to me",
    "Moreno Said is a poet.",
    "The speech was by Leila Said of the town's library.",
    "The film Simon Says is old.",
  },
}

-- Where most words are capitals, it is a headline or a title.
local function is_title_case(sentence)
  local capitals, small = 0, 0
  for i = 1, #sentence do
    local case = sentence:case(i)
    if case == "capitalized" then capitals = capitals + 1 end
    if case == "lower" and not words.function_words[sentence[i]] then small = small + 1 end
  end
  return capitals > small + 3
end

local follows = words.union(words.function_words, words.set "yesterday")
-- Said is a surname as well.
local says = words.set "that he she it they the his her there this these we i yesterday"

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if sentence:case(i - 1) ~= "capitalized" then return end
  if sentence[i + 1] == "is" or sentence[i + 1] == "was" or words.function_words[sentence[i - 1]] then return end
  if sentence[i] == "said" and not says[sentence[i + 1]] then return end
  if not follows[sentence[i + 1]] or not sentence.terminated or is_title_case(sentence) then return end
  local text = sentence:text(i, i)
  report(sentence, i, i, { fix = text:lower() })
end

return rule
