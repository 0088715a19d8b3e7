local numbers = "two|three|four|five|six|seven|eight|nine|ten"

local rule = {
  api     = 1,
  summary = "a large number counted as in another language",
  why     = [[*Tres mil millones*, *5 millones de euros*, *2 milliards*: English says *billion*, and counts without plural and
*of*: *3 billion*, *5 million euros*.]],
  level   = "warning",
  mqm     = "number-format",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = {
    "<number>|" .. numbers .. " thousand million|millions",
    "<number>|" .. numbers .. " millions|billions of <word>",
    "<number>|" .. numbers .. " milliard|milliards",
    "usd|eur|gbp <number> millions|billions",
  },
  message = "Not how English counts: “3 billion”, “5 million euros”.",
  bad = {
    { "The loan is <<3 thousand million>> euros.", fix = "The loan is 3 billion euros." },
    { "It cost <<5 millions of>> euros.", fix = "It cost 5 million euros." },
    { "They owe <<two milliards>> to the bank.", fix = "They owe two billion to the bank." },
    { "The town spent <<USD 5 millions>>.", fix = "The town spent USD 5 million." },
  },
  good = {
    "The loan is 3 billion euros.",
    "Millions of people came, and tens of millions of euros went.",
    "It cost 5 million euros.",
    "Five thousand million-year-old stones lie here.",
  },
}

local singular = { millions = "million", billions = "billion" }

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local amount = sentence:text(first, first)
  local word = sentence[first + 1]
  if word == "thousand" or word == "milliard" or word == "milliards" then
    report(sentence, first, last, { fix = amount .. " billion" })
  elseif singular[word] then
    report(sentence, first, first + 2, { fix = amount .. " " .. singular[word] })
  else
    report(sentence, first, last, { fix = sentence:text(first, first + 1) .. " " .. singular[sentence[last]] })
  end
end

return rule
