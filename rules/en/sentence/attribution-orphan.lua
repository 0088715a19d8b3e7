local words = require "calque.words"
local set = words.set

local speakers = words.union(words.roles, words.bodies, set "source sources officials spokespeople")
local articles = set "the a an its his her their"

local verbs = "said|announced|explained|stated|declared|reported|added|indicated|confirmed|informed"
local places = "in|during|at|through|on a|an|the press|news|television|tv|radio|written|brief|joint|official?"
  .. " statement|interview|release|conference|communiqué|communique|note|message|report|letter|speech"

local rule = {
  api     = 1,
  summary = "an attribution that says nothing",
  why     = [[*Dijo en un comunicado el portavoz de X* puts verb and place before the speaker. Cut in two, it
leaves *The spokesman said in a statement.*: a sentence in which nobody says anything. Join it to what was
said: *…, the spokesman said in a statement.*]],
  level   = "error",
  mqm     = "grammar",
  trigger = { verbs .. " " .. places .. " . $", "said|announced|stated|declared|informed . $" },
  message = "Nothing is said here: join this attribution to the sentence that it belongs to.",
  bad = {
    { "Talks go on. <<The minister explained in an interview.>> For Agriculture, Ana Ruiz." },
    { "Three people fled. <<A source said.>> From the police." },
    { "Sales rose again. <<The company announced in a press release.>> By its director, Tom Lee." },
    { "The port stays shut. <<The deputy mayor said in a written statement.>>" },
  },
  good = {
    "The port stays shut, the deputy mayor said in a written statement.",
    "“We won.” The coach said.",
    "The spokesman said in a statement that talks go on.",
    "The minister explained in an interview why the port stays shut.",
    "Nobody knew what the company announced in a press release.",
    "He asked again and again. The officer said nothing.",
  },
}

-- "the", at most three words of the speaker's title, the speaker.
local function is_bare_subject(sentence, last)
  if last > 5 or not articles[sentence[1]] or not speakers[sentence[last]] then
    return false
  end
  for i = 2, last do
    if sentence:kind(i) ~= "word" then return false end
  end
  return true
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
  local sentence = match.sentence
  if not is_bare_subject(sentence, match.first - 1) or sentence:quoted(1)
    or follows_quotation(sentence) then
    return
  end
  if match.last - match.first > 1 or is_followed_by_fragment(sentence) then
    report(sentence, 1, #sentence)
  end
end

return rule
