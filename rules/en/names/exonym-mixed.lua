local groups = {} -- spelling -> number of its line
local list = {}
for line in require("_exonyms"):gmatch("[^\n]+") do
  for name in line:gmatch("%S+") do
    groups[name] = line
    list[#list + 1] = name
  end
end

local rule = {
  api     = 1,
  summary = "one place or person under two names",
  why     = [[*Kiev* in one paragraph and *Kyiv* in the next, *München* and *Munich*: the engine copied the one and translated the
other. House style decides, one way for the whole text. The rarer form is reported where it stands first.]],
  level   = "warning",
  vocabulary = true,
  mqm     = "inconsistency",
  measured = "11 in raw MT articles, 0 in human references; 5 of 7 touch a rater's error span; none in clean English",
  scope   = "document",
  trigger = table.concat(list, "|"),
  message = "Elsewhere in this text this place or person goes by another name.",
  bad = {
    { "He left Kyiv in May. She came to Kyiv in June. They met in <<Kiev>>.", fix = "He left Kyiv in May. She came to Kyiv in June. They met in Kyiv." },
    { "It is far from <<München>>. They love Munich.\n\nMunich is old.", fix = "It is far from Munich. They love Munich.\n\nMunich is old." },
    { "He left <<Kiev>>; Kiev was cold. She came to Kyiv in June. Kyiv is warm. They met in Kyiv.", fix = false },
    { "Beijing agreed.\n\nThe trip to <<Peking>> ended.", fix = "Beijing agreed.\n\nThe trip to Beijing ended." },
  },
  good = {
    "He left Kyiv in May. She came to Kyiv in June.",
    "He left Myanmar, also called Burma, in May. She came to Myanmar in June.",
    "He ate chicken Kiev and Peking duck in Kyiv and in Beijing.",
    "He plays for Bayern Munich in Bavaria, and for Dynamo Kyiv, and read “Goodbye Kiev” there.",
    "The Junta de Andalucía met in Andalusia. Castilla y León is not the whole of Castile.",
  },
}

-- "Junta de Andalucía", "Castilla y León": a name of that language.
local particles = { de = true, di = true, da = true, ["do"] = true, del = true, von = true, zu = true, y = true, e = true, la = true }

-- A dish, a club, a school: the old name is a part of another one.
local function is_part(sentence, i)
  local before, after = sentence:case(i - 1), sentence:case(i + 1)
  if sentence:quoted(i) or sentence:emphasized(i) or sentence:case(i) ~= "capitalized" then return true end
  if sentence[i + 1] == "-" or sentence[i - 1] == "-" or sentence.block.type ~= "paragraph" then return true end
  if particles[sentence[i - 1]] or particles[sentence[i + 1]] then return true end
  local is_first = i == 2 and #sentence[1] < 5
  return before and before ~= "lower" and not is_first or after and after ~= "lower"
    or sentence[i - 1] == "chicken" or sentence[i + 1] == "duck" or sentence[i - 1] == "(" or sentence[i + 1] == ")"
end

-- Where the two stand in one sentence, it says that they are the same.
local function is_explained(one, all)
  for _, place in ipairs(all) do
    if place[1].index == one[1].index then return true end
  end
  return false
end

local function add(places, sentence, i)
  local line, name = groups[sentence[i]], sentence[i]
  local of = places[line] or { names = {} }
  places[line] = of
  if not of[name] then
    of[name] = {}
    of.names[#of.names + 1] = name
  end
  table.insert(of[name], { sentence, i })
end

local function check_group(of, report)
  if #of.names < 2 then return end
  local usual = of.names[1]
  for _, name in ipairs(of.names) do
    if #of[name] > #of[usual] then usual = name end
  end
  for _, name in ipairs(of.names) do
    local one, other = of[name][1], of[usual][1]
    if name ~= usual and not is_explained(one, of[usual]) then
      -- A finding is mended as a whole: one of several would be found again.
      local fix = #of[name] == 1 and other[1]:text(other[2], other[2]) or nil
      report(one[1], one[2], one[2], { fix = fix, related = { { other[1], other[2], other[2], "written so here" } } })
    end
  end
end

-- The lines of which two names stand in the text: in most texts there are none.
local function find_mixed(match)
  local first, mixed = {}, nil
  for sentence, i in match.hits() do
    local name = sentence[i]
    local line = groups[name]
    first[line] = first[line] or name
    if first[line] ~= name then
      mixed = mixed or {}
      mixed[line] = true
    end
  end
  return mixed
end

function rule.check(match, report)
  local places, mixed = {}, find_mixed(match)
  if not mixed then return end
  for sentence, i in match.hits() do
    if mixed[groups[sentence[i]]] and not is_part(sentence, i) then add(places, sentence, i) end
  end
  for _, of in pairs(places) do check_group(of, report) end
end

return rule
