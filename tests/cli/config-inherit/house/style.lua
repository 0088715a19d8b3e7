return {
  inherit = "base.lua",
  rules = { ["en/teh"] = "error", ["en/very"] = "error", ["any/nets"] = "error" },
  rule_paths = { "rules" },
  paths = { ["a.txt"] = { rules = { ["en/very"] = "warning" } } },
}
