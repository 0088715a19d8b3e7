local right = { kms = "km", mts = "m", kgs = "kg", grs = "g", hs = "h", cms = "cm", kmts = "km", lts = "l" }

local rule = {
  api     = 1,
  summary = "a unit written as in another language",
  why     = [[*10 kms*, *5 mts*, *80 Km/h*, *37 ºC*: the signs of units take no plural, and have their own capitals and their own
degree sign: *10 km*, *5 m*, *80 km/h*, *37 °C*.]],
  level   = "warning",
  mqm     = "measurement-format",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = { "<number> kms|mts|kgs|grs|hs|cms|kmts|lts", "<number> km|kg|cm|mm", "<number> ºc|ºf" },
  message = "The sign of the unit is written otherwise.",
  bad = {
    { "The port is 10 <<kms>> away.", fix = "The port is 10 km away." },
    { "It ran at 80 <<Km>>/h.", fix = "It ran at 80 km/h." },
    { "It was 37 <<ºC>> in May.", fix = "It was 37 °C in May." },
  },
  good = {
    "The port is 10 km away and weighs 5 kg.",
    "It was 37 °C in May.",
    "The 5 HS students came.",
    "A 10 KM RUN",
  },
}

function rule.check(match, report)
  local sentence, i = match.sentence, match.last
  local text, word = sentence:text(i, i), sentence[i]
  if right[word] then
    if sentence:case(i) == "lower" then report(sentence, i, i, { fix = right[word] }) end
  elseif word:sub(1, 2) == "º" then
    report(sentence, i, i, { fix = "°" .. text:sub(-1) })
  elseif text ~= word and sentence:case(i) == "capitalized" then
    report(sentence, i, i, { fix = word })
  end
end

return rule
