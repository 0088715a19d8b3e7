return {
  api     = 1,
  summary = "a fixed term damaged by synonyms",
  why     = [[A program that paraphrases changes words that must not change: *counterfeit consciousness* for *artificial intelligence*,
*prime priest* for *prime minister*, *bosom peril* for *breast cancer*. The table is our own.]],
  level   = "warning",
  mqm     = "terminology",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  message = "A fixed term: it has one form.",
  swap    = "damaged-term.tsv",
  bad = {
    { "They met the <<prime priest>> of the island.", fix = "They met the prime minister of the island." },
    { "It runs on <<counterfeit consciousness>>.", fix = "It runs on artificial intelligence." },
    { "He died of <<kidney disappointment>>.", fix = "He died of kidney failure." },
    { "He speaks for <<the Assembled Nations>>.", fix = "He speaks for the United Nations." },
  },
  good = {
    "They met the prime minister of the island.",
    "Artificial intelligence is no consciousness, and a counterfeit is a fake.",
    "The white buildings of the old town are joined, and the white building is a bank.",
    "He spoke before the assembled nations of the joined kingdom.",
    "To his disappointment the kidney had been eaten.",
  },
}
