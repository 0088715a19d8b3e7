local rule = {
  api     = 1,
  summary = "what a chatbot said about its work",
  why     = [[*Here is the translation:*, *As an AI language model …*, *I cannot assist with that*: the answer was copied with its
frame. Delete the frame; behind a refusal, the translation is missing.]],
  level   = "error",
  mqm     = "addition",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  forbid  = {
    "^ <unquoted>&here is|are the|your|an|a <word>? translation|version <word>{,3} : $",
    "^ <unquoted>&here's the|your|an|a <word>? translation|version",
    "^ <unquoted>&sure|certainly|absolutely !|, (here is|are | here's) the|your|a|an",
    "^ <unquoted>&translated|final|revised|improved text|translation|version : $",
    "<unquoted>&as (an ai language? model|assistant | a large language model)",
    "<unquoted>&i cannot|can't assist|help with that|this request",
    "<unquoted>&i (do not | don't) have access to the article|text|file|document|link|page",
    "<unquoted>&rest of the text|article|document|translation unchanged|omitted|continues|follows",
    "<unquoted>&remaining paragraphs follow the same",
    "<unquoted>&\\[ (your name | insert date|name|link|here) \\]",
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

return rule
