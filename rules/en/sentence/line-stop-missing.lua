local last_line = require "_last_line"

local rule = {
  api     = 1,
  summary = "a text of a single line has no stop",
  why     = [[A long line with a verb in it, and nothing else, is a sentence that lost its stop, or the headline of something that
is not here: nothing in the text says which, and so this is a hint.]],
  level   = "hint",
  mqm     = "punctuation",
  measured = "1 in raw MT articles, 1 in human references; 44 of 153 changed by post-editors; none in clean English",
  scope   = "document",
  options = { words = 12 },
  message = "The line ends without a stop: is something missing?",
  bad = {
    { "The people who live on the other bank of the river have not been told when the bridge will be open to them <<again>>", fix = false },
    { "The mill, which was built by two brothers, had been closed for nine years when it was sold to the <<village>>" },
    { "Notes\n\nNobody who was asked could remember when the clock on the old tower had last shown the right <<time>>" },
  },
  good = {
    "Bridge closed for three weeks after heavy rain",
    "The bridge: why nobody who lives on the other bank of the river has been told when it will be open",
    "The people who live on the other bank of the river have not been told when the bridge will be open to them again.",
  },
}

function rule.check(match, report, options)
  local sentence = last_line.find(match.doc, options.words)
  if not sentence or last_line.follows_sentence(sentence) then return end
  report(sentence, #sentence, #sentence)
end

return rule
