return {
  source_language = "es",
  rules = { ["en/teh"] = "on" },
  vocabulary = { "Puerto Real" },
  paths = {
    ["old/*"] = { language = "de", rules = { ["*"] = "off" } },
  },
}
