return {
  api     = 1,
  summary = "an engine's sign for a word that it does not know",
  why     = [[`<unk>` is what a translation model writes where its vocabulary ends. Look up the word in the source.]],
  level   = "error",
  mqm     = "character-encoding",
  measured = "13 in raw MT articles, 0 in human references; 10 of 10 changed by post-editors; 7 of 7 touch a rater's error span; none in clean English",
  message = "The engine did not know this word: translate it by hand.",
  forbid  = { "\\< unk \\>", "⁇" },
  bad = {
    { "The <<⁇>> rose by a third.", fix = false },
    { "He lives in <<⁇>>." },
    { "<<⁇>> and <<⁇>> met in May." },
  },
  good = {
    "The price rose by a third.",
    "The unk is a word of ours.",
    "What?? he cried.",
  },
}
