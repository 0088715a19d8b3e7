local foreign = require "calque.foreign"

local rule = {
  api     = 1,
  summary = "a sentence in another language",
  why     = [[An engine, or who copied from it, left a whole sentence of the source: *El presidente no compareció.* What is quoted,
emphasised or a title is left alone. A text that is foreign as a whole was not translated at all, or is no English text and
needs `--language`: one finding says so.]],
  level   = "error",
  mqm     = "untranslated",
  measured = "6 of 7 changed by post-editors; none in clean English",
  scope   = "document",
  trigger = "<unknown>",
  options = { nats = 4, words = 4 },
  message = "This sentence is not English: translate it.",
  bad = {
    { "The vote was close. <<El presidente no compareció ante los periodistas.>>", fix = false },
    { "<<Der Gemeinderat verschob die umstrittene Entscheidung am Dienstag.>> Nobody knows why." },
    { "<<Il a plu toute la journée sur la vallée.>> Personne n’est venu à la réunion. Le maire est parti avant la fin. La route "
      .. "du village était encore fermée. Nous avons attendu le bateau sur le quai. Les enfants étaient déjà rentrés." },
    { "It rained. <<Le conseil municipal s’est réuni mardi et a repoussé sa décision.>>" },
  },
  good = {
    "The vote was close. The president did not speak to journalists.",
    "“El presidente no compareció ante los periodistas.”",
    "Their song *El presidente no compareció ante los periodistas* is old.",
    "He studied at the Universidad Autónoma de Nuevo León.",
  },
}

local function is_foreign(sentence, first, options)
  local kind = sentence.block.type
  if kind ~= "paragraph" and kind ~= "list-item" or sentence:quoted(first) or sentence:emphasized(first) then return false end
  local code, nats, count = sentence:guess_language()
  return nats >= options.nats and count >= options.words, code
end

function rule.check(match, report, options)
  local done, is_first = nil, true
  for sentence, first in match.hits() do
    local is_other, code = false, nil
    if sentence.index ~= done then is_other, code = is_foreign(sentence, first, options) end
    done = sentence.index
    if is_other then
      local is_text = is_first and foreign.is_text(match.doc)
      is_first = false
      report(sentence, 1, #sentence, { message = (is_text and "This text" or "This sentence") .. " is in another language (" .. code
        .. "): translate it" .. (is_text and ", or check it as what it is." or ".") })
      if is_text then return end
    end
  end
end

return rule
