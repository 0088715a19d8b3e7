local rule = {
  api     = 1,
  summary = "the disease written against house style",
  why     = [[*COVID-19*, *Covid-19*, *Covid*: papers differ. Off until you say which: `style` is how it should be written.]],
  level   = "off",
  mqm     = "company-style",
  measured = "not measured: the rule is off until you switch it on",
  trigger = { "covid-19", "covid <glued>&- <glued>&19", "covid 19" },
  options = { style = "COVID-19" },
  message = "House style writes the disease otherwise.",
  bad = {
    { "He has <<Covid-19>> again.", fix = "He has COVID-19 again." },
    { "The <<covid-19>> wards are full.", fix = "The COVID-19 wards are full." },
    { "It was the <<Covid 19>> year.", fix = "It was the COVID-19 year." },
  },
  good = {
    "He has COVID-19 again.",
    "The coronavirus is back.",
    "Their corvid-19 is a crow.",
  },
}

function rule.check(match, report, options)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:text(first, last) ~= options.style then report(sentence, first, last, { fix = options.style }) end
end

return rule
