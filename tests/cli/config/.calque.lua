return {
  language = "auto",
  fail_on = "hint",
  rules = {
    ["en/word"] = "hint",
    ["en/teh"] = { level = "off" },
  },
  vocabulary = { "Blinken" },
  exclude = { "drafts" },
  glossary = "terms.csv",
}
