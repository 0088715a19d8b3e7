return {
  vocabulary = {},
  glossary = "terms.csv",
  paths = { ["texts/c.md"] = { rules = { ["en/very"] = "error" } } },
  pairs = { { source = "sources/*.md", target = "texts/*.md" } },
}
