return { rules = { ["*"] = "off", ["en/very"] = "error" } }
