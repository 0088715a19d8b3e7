local words = require "calque.words"
local set = words.set

local bodies = words.union(words.bodies, set "sources officials spokespeople")
local articles = set "the a an its his her their this"

local verbs = set [[said announced explained stated declared reported added indicated confirmed informed affirmed assured
  commented concluded insisted noted remarked revealed stressed told underlined warned]]
local places = set "in during at through on via by"
local papers = "statement|interview|release|conference|communiqué|communique|note|message|report|letter|speech|briefing"
  .. "|bulletin|broadcast|post|tweet|memo|email|e-mail|dispatch|video"

local rule = {
  api     = 1,
  summary = "an attribution that says nothing",
  why     = [[*Afirmó en una nota la alcaldesa de X* puts verb and place before the speaker. Cut in two, it
leaves *The mayor said in a note.*: a sentence in which nobody says anything. Join it to what was
said: *…, the mayor said in a note.*]],
  level   = "error",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = { papers .. " . $", "said|announced|stated|declared|informed|explained|added|confirmed|reported . $" },
  message = "Nothing is said here: join this attribution to the sentence that it belongs to.",
  bad = {
    { "Talks go on. <<The minister explained in an interview.>> For Agriculture, Ana Ruiz." },
    { "Three people fled. <<A source said.>> From the police." },
    { "Sales rose again. <<The company announced in a press release.>> By its director, Tom Lee." },
    { "The port stays shut. <<The deputy mayor said in a written statement.>>" },
    { "Nobody was hurt. <<The spokesman for the fire brigade added in an interview.>>" },
    { "The match is off. <<The club's coach warned in a radio message.>>" },
  },
  good = {
    "The port stays shut, the deputy mayor said in a written statement.",
    "“We won.” The coach said.",
    "The spokesman wrote in a letter that talks go on.",
    "The minister explained in an interview why the port stays shut.",
    "Nobody knew what the company announced in a press release.",
    "He asked again and again. The officer said nothing.",
  },
}

-- "the", at most three words of the speaker's title, the speaker; or these and whom he speaks for.
local function is_bare_subject(sentence, last)
  if last > 9 or not articles[sentence[1]] then return false end
  local head
  for i = 2, last do
    local word = sentence[i]
    if sentence:kind(i) ~= "word" or words.finite_verbs[word] or words.relative_pronouns[word] then return false end
    if not head and (words.prepositions[word] or i == last) then head = i == last and i or i - 1 end
  end
  return head ~= nil and head < 6 and (words.is_person(sentence[head]) or bodies[sentence[head]] == true
    or sentence[head] == "source")
end

-- "said in a written statement": the verb's place, up to two words before the paper.
local function place_of_verb(sentence, paper)
  for i = paper - 1, math.max(2, paper - 4), -1 do
    if articles[sentence[i]] then
      return places[sentence[i - 1]] and verbs[sentence[i - 2]] and i - 2 or nil
    end
  end
end

local function follows_quotation(sentence)
  local before = sentence.previous or sentence.block.previous
  return before and before:role(#before) == "close"
end

-- "From the police." or the like behind it: without a place, only this shows that it was cut off.
local function is_followed_by_fragment(sentence)
  local after = sentence.next
  local first = after and after[1]
  return (first == "for" or first == "from" or first == "by" or first == "of") and #after <= 10
end

function rule.check(match, report)
  local sentence, last = match.sentence, match.first
  local is_verb = verbs[sentence[last]]
  local verb = is_verb and last or place_of_verb(sentence, last)
  if not verb or not is_bare_subject(sentence, verb - 1) or sentence:quoted(1) or follows_quotation(sentence) then
    return
  end
  if not is_verb or is_followed_by_fragment(sentence) then report(sentence, 1, #sentence) end
end

return rule
