return {
  api = 1, summary = "s", why = "w", level = "warning", mqm = "style", swap = "words.tsv",
  bad = { "<<x>>" }, good = { "y", "z" },
}
