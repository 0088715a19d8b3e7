local rule = {
  api     = 1,
  summary = "what a chatbot said about its work",
  why     = [[*Here is the translation:*, *As an AI language model …*, *I cannot assist with that*: the answer was copied with its
frame. Delete the frame; behind a refusal, the translation is missing.]],
  level   = "error",
  mqm     = "addition",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = {
    "^ here is|are the|your|an|a <word>? translation|version <word>? <word>? <word>? : $",
    "^ here's the|your|an|a <word>? translation|version",
    "^ sure|certainly|absolutely !|, here is|are the|your|a|an",
    "^ sure|certainly|absolutely !|, here's the|your|a|an",
    "^ translated|final|revised|improved text|translation|version : $",
    "as an ai language? model|assistant",
    "as a large language model",
    "i cannot|can't assist|help with that|this request",
    "i do not|don't have access to the article|text|file|document|link|page",
    "rest of the text|article|document|translation unchanged|omitted|continues|follows",
    "remaining paragraphs follow the same",
    "\\[ your name \\]",
    "\\[ insert date|name|link|here \\]",
  },
  message = "This is the chatbot speaking, not the text.",
  bad = {
    { "<<As an AI language model>>, I have no opinion on the bridge.", fix = false },
    { "<<Sure, here is your>> text. The bridge is closed." },
    { "<<Here is the translation:>>" },
    { "The bridge is closed. [The <<rest of the text unchanged>>]" },
  },
  good = {
    "The bridge is closed.",
    "“As an AI language model, I have no opinion,” the bot wrote.",
    "Here is the translation of the treaty that they signed in Rome.",
    "Sure, here and there it rained.",
    "The translator's notes are in the archive.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:quoted(first) then return end
  report(sentence, first, last)
end

return rule
