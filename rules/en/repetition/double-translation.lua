-- What a name of places is in English: behind it stands the name, and behind that the same word once more.
local kinds = {
  calle = "street", avenida = "avenue", plaza = "square", ["río"] = "river", puente = "bridge", lago = "lake", castillo = "castle",
  palacio = "palace", playa = "beach", sierra = "mountains", catedral = "cathedral", universidad = "university", rue = "street",
  place = "square", pont = "bridge", lac = "lake", ["château"] = "castle", chateau = "castle", palais = "palace", via = "street",
  piazza = "square", ponte = "bridge", palazzo = "palace", castello = "castle", rua = "street", monte = "mountain", mont = "mountain",
  cerro = "hill", volcan = "volcano", ["volcán"] = "volcano", isla = "island", ["île"] = "island", valle = "valley", cabo = "cape",
}

local rule = {
  api     = 1,
  summary = "a name and its translation side by side",
  why     = [[*The Guardia Civil Civil Guard*, *Calle Mayor Street*: the name was kept and translated. One of the two is enough.]],
  level   = "warning",
  mqm     = "addition",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  sets    = { kinds = kinds },
  trigger = {
    "@kinds <capitalized>",
    "the la liga league", "la liga league", "guardia civil civil guard", "casa rosada pink house",
  },
  message = "Said twice, in two languages: one is enough.",
  bad = {
    { "They met in <<Calle Mayor Street>>.", fix = false },
    { "The <<Guardia Civil Civil Guard>> came." },
    { "They crossed the <<Puente Viejo Bridge>> at noon." },
  },
  good = {
    "They met in Calle Mayor, and crossed the Puente Viejo.",
    "The Place Mill Street market and the Via Rail bridge are near.",
    "They walked down Sierra Street.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local english = kinds[sentence[first]]
  if not english then
    report(sentence, first, last)
    return
  end
  if sentence:case(first) ~= "capitalized" then return end
  for i = last + 1, last + 2 do
    local case = sentence:case(i)
    if sentence:gap(i) ~= " " or case ~= "capitalized" and case ~= "lower" then return end
    if sentence[i] == english then return report(sentence, first, i) end
    if case == "lower" and sentence[i] ~= "de" and sentence[i] ~= "del" then return end
  end
end

return rule
