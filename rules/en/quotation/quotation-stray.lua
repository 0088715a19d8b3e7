local words = require "calque.words"

local before = "the|a|an|my|your|our|their|its|this|these|every|of|from|into|with|at|by|during|between|among|as|than|because"
  .. "|is|are|was|were|be|been|has|have|had|will|would|can|could|should|may|might|must|and|or|but|if|which|whose|very|also|more|most"

local rule = {
  api     = 1,
  summary = "a closing quotation mark behind a word that nothing ends with",
  why     = [[*The lid of" the kettle*: where no quotation is open and the word before it wants another, the mark is not half of a
pair but a stray one.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "2 in raw MT articles, 0 in human references; none in clean English",
  trigger = before .. " <glued>&\"|”|“",
  message = "No quotation ends here: delete the mark.",
  bad = {
    { "The roar of<<\">> the lion was heard.", fix = "The roar of the lion was heard." },
    { "They think that this<<”>> plan will fail.", fix = "They think that this plan will fail." },
    { "The boats were<<\">> sold in May.", fix = "The boats were sold in May." },
  },
  good = {
    "The roar of “the lion” was heard.",
    "“Who is this” is what he said, and \"Let it be\" is a song.",
    "“We know what it is” the man said.",
    "He wrote “to be” and “the”.",
  },
}

function rule.check(match, report)
  local sentence, i = match.sentence, match.last
  local quotation = sentence:quotation(i)
  if quotation and quotation.open and quotation.close or sentence:gap(i + 1) ~= " " then return end
  if sentence:kind(i + 1) ~= "word" or words.reporting_verbs[sentence[i + 1]] or sentence:emphasized(i) then return end
  for k = i - 1, 1, -1 do
    if sentence:kind(k) == "quote" and sentence:role(k) ~= "apostrophe" then return end
  end
  -- Where another one follows, the mark is a space too early: the" harbour".
  for k = i + 1, #sentence do
    if sentence:kind(k) == "quote" and sentence:role(k) ~= "apostrophe" then return report(sentence, i, i) end
  end
  report(sentence, i, i, { edits = { { i - 1, i, sentence:text(i - 1, i - 1) } }, title = "delete it" })
end

return rule
