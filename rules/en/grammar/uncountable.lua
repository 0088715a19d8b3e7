local singular = {
  informations = "information", advices = "advice", furnitures = "furniture", luggages = "luggage", homeworks = "homework",
  knowledges = "knowledge", equipments = "equipment",
}
local masses = "evidence|information|advice|equipment|traffic|furniture|knowledge|progress|homework|luggage"
local plurals = "problems|people|things|years|countries|times|houses|women|men|children|questions|cases|places|books|students"
local each = {
  years = "year", days = "day", times = "time", weeks = "week", months = "month", countries = "country", persons = "person",
  children = "child", men = "man", women = "woman", cities = "city", villages = "village",
}

local rule = {
  api     = 1,
  summary = "a word counted that cannot be, or not counted so",
  why     = [[*Informationen*, *conseils*, *equipos* are plurals; *information*, *advice*, *equipment* have none, and take *much*
and not *many*. *Every* takes the singular.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "1 in raw MT articles, 0 in human references; 2 of 2 touch a rater's error span; none in clean English",
  sets    = { uncounted = singular, each = each },
  trigger = { "@uncounted", "many|a|an " .. masses, "much " .. plurals, "every @each" },
  message = "This word cannot be counted: it takes no plural, no “a” and no “many”.",
  bad = {
    { "They gave us <<informations>> on the port.", fix = "They gave us information on the port." },
    { "There is <<many>> evidence of it.", fix = "There is much evidence of it." },
    { "He had <<an>> advice for us.", fix = false },
    { "It happens every <<years>> in May.", fix = "It happens every year in May." },
    { "He has <<much>> problems with it.", fix = "He has many problems with it." },
  },
  good = {
    "They gave us information on the port.",
    "An information desk and an equipment room are near; an advice centre is not.",
    "How much people know is unclear, and so much things cost.",
    "There is much evidence of it, and many information systems have a knowledge base.",
    "The bank sent advices of payment, and a knowledge of Latin helps.",
    "Every time it rains, every day's bread is wet.",
  },
}

-- "an information desk", "many equipment makers"
local function is_modifier(sentence, i)
  if sentence:gap(i) ~= " " then return true end
  local kind = sentence:kind(i)
  if kind ~= "word" then return sentence[i] == "-" or kind == "quote" end
  local upos = sentence:tag(i)
  return upos == "NOUN" or upos == "ADJ" or upos == "PROPN" or upos == "VERB"
end

local function follows_how(sentence, i)
  local before = sentence[i - 1]
  return before == "how" or before == "so" or before == "as" or before == "too" or before == "very"
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local word, noun = sentence[first], sentence[last]
  if sentence:case(last) ~= "lower" or sentence:emphasized(last) then return end
  if first == last then
    if noun == "advices" and sentence[last + 1] == "of" then return end -- of payment, of dispatch
    if sentence[first - 1] ~= "-" and not is_modifier(sentence, last + 1) then
      report(sentence, first, last, { fix = singular[noun] })
    end
  elseif word == "every" then
    report(sentence, last, last, { message = "“Every” takes the singular.", fix = each[noun] })
  elseif word == "much" then
    if not follows_how(sentence, first) then report(sentence, first, first, { message = "A plural takes “many”.", fix = "many" }) end
  elseif noun == "knowledge" and word == "a" and (sentence[last + 1] == "of" or sentence[last + 1] == "that") then
    return -- "a knowledge of Latin"
  elseif not is_modifier(sentence, last + 1) then
    report(sentence, first, first, { fix = word == "many" and "much" or nil })
  end
end

return rule
