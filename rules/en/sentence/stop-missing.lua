local last_line = require "_last_line"

local rule = {
  api     = 1,
  summary = "the last sentence of a text has no stop",
  why     = [[Output that was cut at a limit, or a stop that got lost: a text of several sentences ends without one. Headings,
captions, signatures and lists end as they like; a text of a single line is the business of en/line-stop-missing. People
leave out the last stop as often as engines do, and so this is a hint.]],
  level   = "hint",
  mqm     = "punctuation",
  measured = "16 in raw MT articles, 5 in human references; 1 in rule-based es-en; 0 of 4 changed by post-editors; 3 of 7 touch a rater's error span; 3 in clean English",
  scope   = "document",
  options = { words = 6 },
  message = "The text ends here without a stop: is something missing?",
  bad = {
    { "It rained all day. Nobody saw that the bridge had gone <<down>>", fix = false },
    { "It rained. They said that the bridge would be “a danger to all who use it<<”>>" },
    { "It rained.\n\nThey said that the bridge would be closed for three <<weeks>>" },
  },
  good = {
    "It rained all day. Nobody saw that the bridge had gone down.",
    "They had it all: bread, salt, etc.",
    "It rained all day.\n\nAnna Berg, Tallinn",
    "It rained all day.\n\nAnna Berg/Jan Maas (from their own reporting)",
    "It rained all day.\n\nThe old bridge: why nobody has mended it so far",
    "It rained all day.\n\n- one of the things that they had to do",
    "It rained all day. See https://example.com/the/bridge",
    "It rained all day.\n\nRead more about what happened to the bridge",
  },
}

function rule.check(match, report, options)
  local sentence = last_line.find(match.doc, options.words)
  if not sentence or not last_line.follows_sentence(sentence) then return end
  report(sentence, #sentence, #sentence)
end

return rule
