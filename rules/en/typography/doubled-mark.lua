local rule = {
  api     = 1,
  summary = "one mark behind another where one can stand",
  why     = [[*Rodents,, lizards*, *the board,; he said*, *on land,- and at sea*: one of the two was added on the way, or what stood between
them was lost.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = {
    ",|;|: <glued>&,|;|:|.|!|\\?", ",|; <glued>&-", ", <glued>&'", "u.s.|u.k.|u.n.|mr.|mrs.|dr.|inc.|ltd.|corp.|co. <glued>&.",
  },
  message = "Two marks where one can stand: delete one.",
  bad = {
    { "They eat insects<<,,>> lizards and birds.", fix = "They eat insects, lizards and birds." },
    { "It was the first one<<;;>> the others followed.", fix = "It was the first one; the others followed." },
    { "They go by land<<,->> in small groups.", fix = "They go by land, in small groups." },
    { "The <<U.S..>> court agreed.", fix = "The U.S. court agreed." },
    { "It began on May 10<<,'>> 1958, in Riga.", fix = "It began on May 10, 1958, in Riga." },
  },
  good = {
    "They eat insects, lizards and birds, etc., and so on.",
    "It was fun :-) and ;-) again, and std::vector:: is code.",
    "‘We will wait,’ he said. 'It is late,' she said.",
    "The U.S. court agreed... and wrote, “...” on it.",
    "He lives in the U.S. She does not.",
    "Please bring the following:- bread and milk.",
  },
}

local function opens_before(sentence, i)
  for k = i - 1, 1, -1 do
    if sentence[k] == "'" or sentence[k] == "‘" then return true end
  end
  return sentence.offset > 0
end

local function is_text(sentence, i)
  local kind = sentence:kind(i)
  return kind == "word" or kind == "number"
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local is_word = sentence:kind(first) == "word"
  if not is_text(sentence, is_word and first or first - 1) or sentence:gap(first) ~= "" and not is_word then return end
  if not is_text(sentence, last + 1) or sentence:gap(last + 1) ~= " " or sentence:emphasized(first) then return end
  if sentence[last] == "'" and (sentence:kind(first - 1) ~= "number" or opens_before(sentence, last)) then return end
  if sentence[first] == ":" and sentence[last] == ":" then return end -- std::vector::
  if is_word and sentence:case(last + 1) ~= "lower" then return end
  report(sentence, first, last, { fix = sentence:text(first, first) })
end

return rule
