return { inherit = { "../house/style.lua" }, rules = { ["en/teh"] = "warning" } }
