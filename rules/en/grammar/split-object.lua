local words = require "calque.words"

local nouns = "support|help|aid|backing|approval|consent|agreement|permission|assistance|blessing"

local verbs = words.set [[accept accepts accepted adopt adopts adopted announce announces announced approve approves approved
  build builds built condemn condemns condemned criticise criticises criticised criticize criticizes criticized defend
  defends defended demand demands demanded denounce denounces denounced develop develops developed face faces faced
  launch launches launched lead leads led maintain maintains maintained open opens opened prepare prepares prepared
  present presents presented promote promotes promoted propose proposes proposed reject rejects rejected sign signs
  signed start starts started]]

local rule = {
  api     = 1,
  summary = "a phrase between the verb and its object",
  why     = [[Spanish and Italian may put *con la ayuda de X* between verb and object (*repara con la ayuda de X el molino*).
English keeps the object at its verb: move the phrase to the end or set it off by two commas.]],
  level   = "warning",
  mqm     = "word-order",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "with|without the " .. nouns .. " of the? <word> <word>? the|a|an|its|his|her|their|these|those",
  message = "The object comes directly behind the verb: move this phrase, or put commas around it.",
  bad = {
    { "The town <<denounces with the help of bakers>> the new tax on bread.", fix = false },
    { "The council <<approved with the help of the liberals>> a new tax." },
    { "They <<launched with the backing of Rome>> their own plan." },
  },
  good = {
    "The town denounces the new tax on bread with the help of bakers.",
    "The town, with the help of bakers, denounces the new tax on bread.",
    "The town won with the support of Norland the year before.",
    "He lives with the help of a nurse these days.",
  },
}

function rule.check(match, report)
  local sentence, verb = match.sentence, match.first - 1
  if verbs[sentence[verb]] then report(sentence, verb, match.last - 1) end
end

return rule
