local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "the full name after the surname alone",
  why     = [[*Ruiz said …* and only further down *the mayor of Lorca, Ana Ruiz*: paragraphs were moved, or the first one lost its name. Who
somebody is stands at the first mention. Headlines may have the surname alone.]],
  level   = "hint",
  mqm     = "inconsistency",
  measured = "2 in raw MT articles, 1 in human references; 1 of 4 touch a rater's error span; 1 in clean English",
  scope   = "document",
  trigger = {
    "minister|president|mayor|spokesman|spokeswoman|secretary|governor|senator|professor|director <capitalized> <capitalized>",
    "of? state <capitalized> <capitalized>",
  },
  options = { sentences = 120 }, -- of an article; a longer text is a book
  message = "The surname stands alone before this: who it is should be said at the first mention.",
  bad = {
    { "It rained. Later on Ruiz said no.\n\nThe <<minister Ana Ruiz>> left.", fix = false },
    { "They met with Blick, who said no. Then <<spokesman Ned Blick>> left." },
    { "It is late, thinks Blick. It rained.\n\nThe <<mayor Ned Blick>> left." },
  },
  good = {
    "The minister Ana Ruiz left. Later Ruiz said no.",
    "Ruiz resigns\n\nThe minister Ana Ruiz left. Later Ruiz said no.",
    "They met with Tom Blick, who said no. Then spokesman Ned Blick left.",
  },
}
local function is_alone(sentence, i)
  return sentence:case(i) == "capitalized" and sentence:case(i - 1) ~= "capitalized" and sentence:case(i + 1) ~= "capitalized"
    and not words.titles[sentence[i - 1]] and i > 1 and not sentence:quoted(i) and sentence.block.type == "paragraph"
end

function rule.check(match, report, options)
  local named, last_index = {}, 0
  for sentence, first, last in match.hits() do
    if sentence.index > options.sentences then break end
    local name = sentence[last]
    if not named[name] and sentence:case(last + 1) ~= "capitalized" and not sentence:quoted(first) then
      named[name] = { sentence, first, last, false }
      last_index = sentence.index
    end
  end
  if last_index == 0 then return end
  for sentence in match.doc:sentences() do
    if sentence.index >= last_index then return end
    for i = 2, #sentence do
      local place = named[sentence[i]]
      if place and not place[4] and sentence.index < place[1].index and is_alone(sentence, i) then
        place[4] = true
        report(place[1], place[2], place[3], { related = { { sentence, i, i, "alone here" } } })
      end
    end
  end
end

return rule
