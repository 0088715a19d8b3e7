return { rules = { ["en/teh"] = "off" } }
