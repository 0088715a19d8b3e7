local rule = {
  api     = 1,
  summary = "a sentence in another language",
  why     = [[An engine, or who copied from it, left a whole sentence of the source: *El presidente no compareció.* What is quoted,
emphasised or a title is left alone.]],
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
    { "It rained. <<Le conseil municipal s’est réuni mardi et a repoussé sa décision.>>" },
  },
  good = {
    "The vote was close. The president did not speak to journalists.",
    "“El presidente no compareció ante los periodistas.”",
    "Their song *El presidente no compareció ante los periodistas* is old.",
    "He studied at the Universidad Autónoma de Nuevo León.",
  },
}

local function check_sentence(sentence, first, report, options)
  local kind = sentence.block.type
  if kind ~= "paragraph" and kind ~= "list-item" or sentence:quoted(first) or sentence:emphasized(first) then return end
  local code, nats, count = sentence:guess_language()
  if nats < options.nats or count < options.words then return end
  report(sentence, 1, #sentence, { message = "This sentence is in another language (" .. code .. "): translate it." })
end

function rule.check(match, report, options)
  local done
  for sentence, first in match.hits() do
    if sentence.index ~= done then check_sentence(sentence, first, report, options) end
    done = sentence.index
  end
end

return rule
