return { rules = { ["en/teh"] = "error" } }
