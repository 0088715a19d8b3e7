return {
  rules = {
    ["en/teh"] = "error",
    ["en/word"] = "hint", -- the group says less than the rule, whatever comes first
    ["en/very"] = { level = "warning" },
  },
  paths = {
    ["outer/*.md"] = { rules = { ["en/utilise"] = "off" } },
    ["**/b.md"] = { rules = { ["en/utilise"] = "error" } },
  },
}
