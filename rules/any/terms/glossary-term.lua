local words = require "calque.words"

local glossary = "target,avoid\nInternet,internet\nsea lock,ship lock|sluice\ne-mail address,mail address\nlock,ship lock gate"

local rule = {
  api     = 1,
  summary = "a word that the glossary has another one for",
  why     = [[The configuration's `glossary` names a CSV file with the terms of the house in column `target`, and in column
`avoid` what is not to be written for them; in English the plurals follow. Without such a file the rule is silent.]],
  level   = "warning",
  mqm     = "wrong-term",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  scope   = "document",
  bad = {
    { "It is on the <<internet>>.", fix = "It is on the Internet.", glossary = glossary },
    { "The docks are old. The <<ship lock>> is shut.", fix = "The docks are old. The sea lock is shut.", glossary = glossary },
    { "The <<sluices>> are shut.", fix = "The sea locks are shut.", glossary = glossary },
    { "The <<SLUICE>> is shut.", fix = "The SEA LOCK is shut.", glossary = glossary },
  },
  good = {
    { "The Internet is down.", glossary = glossary },
    { "The sea lock is shut.", glossary = glossary },
    { "The sea locks are shut.", glossary = glossary },
    { "Give your e-mail address.", glossary = glossary },
    "The sluice is on the internet.",
  },
}

function rule.check(match, report)
  for sentence, first, last, term in match.doc:terms() do
    local text = sentence:text(first, last)
    local better = words.match_case(term, text)
    if better ~= text then
      report(sentence, first, last, { message = "The glossary has “" .. term .. "”.", fix = better })
    end
  end
end

return rule
