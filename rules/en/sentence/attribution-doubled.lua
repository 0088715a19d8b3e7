local words = require "calque.words"
local set = words.set

local bodies = words.union(words.bodies, set "document report statement study survey text")
local said = "said|says|explained|stated|added|reported|indicated|noted|claimed|affirmed|argued|assured|declared|insisted"
  .. "|pointed|stressed|warned"
local reports = {}
for verb in said:gmatch("%a+") do reports[verb] = true end
local personal = set "he she"

local rule = {
  api     = 1,
  summary = "one statement attributed twice",
  why     = [[Spanish and Chinese news repeat the source inside one sentence (*según el alcalde …, dijo*; *据…报道*).
English names it once: drop *according to …* or *he said*.]],
  level   = "warning",
  mqm     = "addition",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = {
    "^ according to",
    ", according to",
    ", as <word> said|reported|explained|stated|informed",
    "said|assured|explained|stated|reported , he|she|it|they " .. said .. " , that",
  },
  message = "The source is named twice: keep one attribution.",
  bad = {
    { "According to the mayor, the bridge is safe, <<he said>>.", fix = false },
    { "Police said that<<, as police reported>>, two men fled.", fix = false },
    { "The firm assured<<, it explained,>> that sales rose.", fix = false },
    { "According to the ministry, the road is closed, <<it said>> on Monday." },
    { "The yard will cut its jobs, according to the director, <<he said>>." },
    { "According to the harbour master, the ships can leave in May, <<he said>>." },
    { "According to the head of the fire service, nobody was hurt, <<she stressed>>." },
  },
  good = {
    "According to the mayor, the bridge is safe.",
    "According to the report, the bridge is safe, he said.",
    "According to the newspaper, the minister was ill, he said.",
    "Lee said that, according to Kim, it rained.",
    "The report names guilds with which, he said, both agree.",
    "According to the mayor, “the bridge is safe, he said”.",
  },
}

-- Who "according to" names, by the head of the phrase: a person, a body, or nil where that is open.
local function kind_of_source(sentence, first)
  local kind
  for i = first + 2, math.min(#sentence, first + 9) do
    local word = sentence[i]
    if word == "," or kind and words.prepositions[word] then return kind end
    if words.is_person(word) or word == "source" then
      kind = "person"
    elseif bodies[word] then
      kind = "body"
    end
  end
  return kind
end

-- ", he said" behind the statement: the comma, and whether a person or a body speaks.
local function find_second(sentence, first)
  for i = first == 1 and 6 or first + 3, first == 1 and #sentence - 2 or math.min(first + 9, #sentence - 2) do
    local who = sentence[i] == "," and sentence[i + 1]
    if who and (personal[who] or who == "it") and reports[sentence[i + 2]] and not sentence:quoted(i + 1)
      and not (sentence[i + 3] or "."):find("^%a*that$") then
      return i, who == "it" and "body" or "person"
    end
  end
end

local function check_according(sentence, first, report)
  local comma, speaker = find_second(sentence, first)
  if comma and kind_of_source(sentence, first) == speaker then report(sentence, comma + 1, comma + 2) end
end

local function check_as(sentence, first, last, report)
  local who = sentence[first + 2]
  for i = 1, first - 2 do
    if sentence[i] == who and reports[sentence[i + 1]] then
      return report(sentence, first, last)
    end
  end
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local is_according = sentence[last - 1] == "according"
  if sentence:quoted(is_according and last - 1 or first) then return end
  if is_according then
    check_according(sentence, last - 1, report)
  elseif sentence[first] == "," then
    check_as(sentence, first, last, report)
  else
    report(sentence, first + 1, last - 1)
  end
end

return rule
