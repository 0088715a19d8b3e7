return { fail_on = "error", rules = { ["en/utilise"] = "off" } }
