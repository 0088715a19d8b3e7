return {
  api     = 1,
  summary = "an engine's sign for a word that it does not know",
  why     = [[`<unk>` is what a translation model writes where its vocabulary ends. Look up the word in the source.]],
  level   = "error",
  mqm     = "character-encoding",
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
