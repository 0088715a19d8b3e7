local rule = {
  api     = 1,
  summary = "a statement without a subject",
  why     = [[Spanish, Italian, Portuguese and Polish put the subject into the verb: *Es la primera vez que …*, *Nació en Lima*. An
English statement needs a word for it.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "1 in rule-based es-en; 1 of 2 changed by post-editors; none in clean English",
  trigger = {
    "^ is|was the first|second|third|last time|day|year|one that",
    "^ is|was a|an|the <word> <word>? that|which|who|of",
    "^ was|were born in|on|at",
    "^ is|was necessary|possible|important|probable|clear that|to",
    "^ says|said that will|would|is|was|has|had",
    "^ has been|said|announced|arrived|declared|confirmed <word>",
    "^ it kidded|joked|laughed|smiled|shouted|whispered",
  },
  message = "Who or what? The subject is missing, or is the wrong one.",
  bad = {
    { "Nobody came. <<Is>> the first time that the hall was empty.", fix = false },
    { "<<Was>> born in a village by the sea." },
    { "She left. <<Says>> that will return in May." },
    { "<<It joked>> about the rain." },
  },
  good = {
    "It is the first time that the hall was empty.",
    "Was it the first time that the hall was empty?",
    "Is the mayor of the town here?",
    "Was born in a village? Nobody knows.",
    "She joked about the rain.",
  },
}

local function is_question(sentence)
  for i = #sentence, math.max(1, #sentence - 3), -1 do
    if sentence[i] == "?" then return true end
  end
  return false
end

function rule.check(match, report)
  local sentence, first = match.sentence, match.first
  if not sentence.terminated or is_question(sentence) or sentence:quoted(1) or sentence[#sentence] ~= "." then return end
  if sentence:case(first) ~= "capitalized" then return end
  local last = sentence[first] == "it" and first + 1 or first
  report(sentence, first, last)
end

return rule
