local helper = require("_helper")
return {
  api = 1, summary = "a word", why = "A table, a helper and the vocabulary.", level = "warning", mqm = "style",
  swap = "word.tsv", vocabulary = true,
  bad = { { "He has <<gotten>> it.", fix = "He has got it." } }, good = { helper },
}
