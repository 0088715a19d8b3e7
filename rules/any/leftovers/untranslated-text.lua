local rule = {
  api     = 1,
  summary = "a text that is in another language than it says",
  why     = [[An article that nobody translated, or a translation that is linted as English because nothing says its language.
Rules of the language that the text is said to be in would fill it with findings; they stay silent, and those of the language
it is in speak. Say the language in the configuration (`paths = { ["docs/es/**"] = { language = "es" } }`), in front matter
(`language: es`) or with `--language`, or leave it to calque with `language = "auto"`.]],
  level   = "warning",
  mqm     = "untranslated",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English; read elsewhere: found in 1,325 of 1,375 whole texts in de es fr it pt ru",
  scope   = "document",
  message = "This text is in another language.",
  bad = {
    { "<<El presidente no compareció ante los periodistas.>> La reunión del consejo duró más de tres horas. Los vecinos "
      .. "esperaban una respuesta sobre las obras del puente. El alcalde prometió que habrá noticias antes del viernes. "
      .. "Nadie quiso explicar por qué se aplazó la votación.", fix = false },
    { "<<Der Gemeinderat verschob die umstrittene Entscheidung am Dienstag.>> Die Sitzung dauerte mehr als drei Stunden. Viele "
      .. "Bürger warteten vor dem Rathaus auf eine Antwort. Die Bürgermeisterin versprach, dass es bis Freitag Neuigkeiten gibt. "
      .. "Niemand wollte erklären, warum die Abstimmung verschoben wurde." },
    { "<<Le conseil municipal s’est réuni mardi et a repoussé sa décision.>> La séance a duré plus de trois heures. Des habitants "
      .. "attendaient une réponse devant la mairie. La maire a promis des nouvelles avant la fin de la semaine. Personne n’a "
      .. "voulu expliquer pourquoi le vote était reporté." },
  },
  good = {
    "The president did not speak to journalists. The meeting lasted more than three hours. People waited for an answer.",
    "The vote was close. El presidente no compareció ante los periodistas. Nobody knows why.",
    "El presidente no compareció ante los periodistas.",
  },
}

local function find_first(doc)
  for sentence in doc:sentences() do
    local _, nats = sentence:guess_language()
    if nats >= 4 then return sentence end
  end
end

function rule.check(match, report)
  local doc = match.doc
  local language = doc.language_found
  if not language then return end
  local sentence = find_first(doc)
  if not sentence then return end
  report(sentence, 1, #sentence, {
    message = ("This text is not in the language that it says (%s) but in another one (%s): translate it, or say its language.")
      :format(doc.language, language),
  })
end

return rule
