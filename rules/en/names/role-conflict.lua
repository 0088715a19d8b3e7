local words = require "calque.words"

local offices = "mayor|president|minister|governor|chancellor|king|queen|pope|speaker|chairman|ambassador|secretary"

local rule = {
  api     = 1,
  summary = "one office held by two people",
  why     = [[*The mayor of Lorca, Ana Ruiz* and below *Pedro Sanz, the mayor of Lorca*: the engine gave a person another one's office, or a
name was changed on its way. Offices change hands within a story, and countries have one each: this only hints, where office and
place are the same and nothing says *former* or *new*.]],
  level   = "hint",
  mqm     = "inconsistency",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  scope   = "document",
  trigger = {
    offices .. " of <capitalized> , <capitalized> <capitalized>",
    "<capitalized> <capitalized> , the? " .. offices .. " of <capitalized>",
  },
  message = "Elsewhere in this text another person holds this office.",
  bad = {
    { "The mayor of Lorca, Ana Ruiz, came. It rained. <<Pedro Sanz, the mayor of Lorca>>, left.", fix = false },
    { "They met the governor of Lorca, Ana Ruiz. At noon <<Pedro Sanz, governor of Lorca>>, left." },
    { "Ana Ruiz, the president of Lorca, came. They met the <<president of Lorca, Pedro Sanz>>." },
  },
  good = {
    "The mayor of Lorca, Ana Ruiz, came. Ana Ruiz, the mayor of Lorca, left.",
    "The mayor of Lorca, Ana Ruiz, came. Pedro Sanz, the mayor of Baza, left.",
    "The former mayor of Lorca, Ana Ruiz, came. Pedro Sanz, the mayor of Lorca, left.",
  },
}
local changed = words.set "former ex then new next incoming outgoing late deputy vice acting previous future elected"

-- The office with its place, and the last name of who holds it.
local function read_hit(sentence, first, last)
  local office_first = words.roles[sentence[first]] ~= nil
  local from = first -- of the office
  if not office_first then
    from = first + 3
    if sentence[from] == "the" then from = from + 1 end
  end
  local name = office_first and last or first + 1
  if changed[sentence[from - 1]] or changed[sentence[first - 1]] then return nil end
  return sentence[from] .. " of " .. sentence[from + 2], sentence[name]
end

function rule.check(match, report)
  local holders = {}
  for sentence, first, last in match.hits() do
    local office, name = read_hit(sentence, first, last)
    local holder = office and holders[office]
    if office and not holder then
      holders[office] = { name, sentence, first, last }
    elseif holder and holder[1] ~= name then
      report(sentence, first, last, { related = { { holder[2], holder[3], holder[4], "another one here" } } })
    end
  end
end

return rule
