return {
  api     = 1,
  summary = "a name that was translated",
  why     = [[*El País* is no *The Country*, *Novaya Gazeta* no *New Newspaper*: names of papers and palaces are kept. The table is our
own, and only for texts from the languages that it is about.]],
  level   = "hint",
  vocabulary = true,
  mqm     = "overly-literal",
  measured = "1 in raw MT articles, 0 in human references; none in clean English",
  source  = { "es", "fr", "it", "de", "ru", "uk", "pt" },
  message = "This is a name: keep it as it is in its language.",
  swap    = "translated-title.tsv",
  bad = {
    { "So writes <<the newspaper The Country>> today.", fix = "So writes the newspaper El País today." },
    { "She worked at <<the New Newspaper>> then.", fix = "She worked at the Novaya Gazeta then." },
    { "They met in <<the Pink House>> at noon.", fix = "They met in the Casa Rosada at noon." },
  },
  good = {
    "So writes the newspaper El País today.",
    "The country's newspaper is new, and a newspaper is the world to him.",
    "She worked at Novaya Gazeta then.",
    { "The new newspaper wrote of the pink house on the red square of the board, with arguments and facts.", source = "es" },
  },
}
