return { lnguage = "de", rules = { ["en/tehh"] = "off" } }
