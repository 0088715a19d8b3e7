return { rules = { ["en/utilise"] = "off" } }
