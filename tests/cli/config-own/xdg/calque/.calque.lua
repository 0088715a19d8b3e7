return { rules = { ["en/teh"] = "off", ["any/nets"] = "error" } }
