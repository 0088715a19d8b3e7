local words = require "calque.words"
local set = words.set

local small = set "the a its his her their of and for to de in"
local reporting = set [[said announced explained stated declared reported added indicated confirmed informed affirmed
  assured commented concluded insisted noted remarked revealed stressed underlined warned]]
local papers = set [[statement interview release conference communiqué communique note message report letter speech briefing
  bulletin broadcast post tweet memo email dispatch video]]

local rule = {
  api     = 1,
  summary = "the end of an attribution as a sentence of its own",
  why     = [[The second half of a Spanish attribution cut at the comma: *…, dijo el portavoz | del Ministerio,
Ana Ruiz* becomes *For the Ministry, Ana Ruiz.* Put name and office before the verb of the sentence before:
*the ministry's spokeswoman, Ana Ruiz, said …*]],
  level   = "error",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "^ for|from|by|of|on",
  message = "This is the rest of the attribution before it: make one sentence of the two.",
  bad = {
    { "Talks go on. The minister explained in an interview. <<For Agriculture, Ana Ruiz.>>" },
    { "Three people fled. A source said. <<From the police.>>" },
    { "The company announced in a press release. <<By its director, Tom Lee.>>" },
    { "Nothing has changed, she said in an email. <<For the Ministry of Works, Ida Holm.>>" },
  },
  good = {
    "Talks go on, the minister for agriculture, Ana Ruiz, explained in an interview.",
    "Counsel in court: For the defence, Mary Jones. For the crown, Ann Lee.",
    "She read the statement. For the ministry, it was a defeat.",
    "The old house burned down in May. From the street, Tom Lee watched.",
    "The vote was close, he said. For years, nobody had voted.",
  },
}

local function ends_in_attribution(sentence)
  local last = sentence and #sentence - 1
  if not sentence or last < 2 or sentence:role(last + 1) == "close" then
    return false
  end
  return reporting[sentence[last]] or papers[sentence[last]] and
    (reporting[sentence[last - 3]] or reporting[sentence[last - 4]])
end

-- Words only, at most one comma, and behind it a name.
local function is_name_and_office(sentence)
  local commas = 0
  for i = 2, #sentence - 1 do
    if sentence[i] == "," then
      commas = commas + 1
    elseif sentence:kind(i) ~= "word" then
      return false
    elseif commas > 0 and sentence:case(i) == "lower" and not small[sentence[i]] then
      return false
    end
  end
  return commas == 1 or commas == 0 and #sentence <= 5
end

local function ends_in_name(sentence)
  local last = #sentence - 1
  return sentence:case(last) ~= "lower" or #sentence <= 4
end

function rule.check(match, report)
  local sentence = match.sentence
  if #sentence < 3 or #sentence > 14 or sentence[#sentence] ~= "." or sentence:quoted(1) then
    return
  end
  if ends_in_attribution(sentence.previous) and is_name_and_office(sentence)
    and ends_in_name(sentence) then
    report(sentence, 1, #sentence)
  end
end

return rule
