local words = { "one", 2 }
return {
  languge = "en",
  source_language = "english",
  fail_on = "loud",
  root = "yes",
  rules = {
    ["en/teh"] = "hint", ["en/tehh"] = "off",
    ["any/zzz"] = "off",
    ["en/very"] = { level = "err", option = {} },
    ["en/utilise"] = 7,
    [1] = "off",
    ["en/word"] = { options = { x = 1 } },
  },
  rule_paths = ".calque/rules",
  vocabulary = words,
  exclude = { "[a-", "" },
  paths = {
    ["*.txt"] = { root = true, langauge = "en", vocabulary = { "a", {} } },
    ["[x"] = {},
  },
  pairs = { { source = "es/**.md" }, { source = "es/**.md", target = "en/**.md", tagret = "x" } },
}
