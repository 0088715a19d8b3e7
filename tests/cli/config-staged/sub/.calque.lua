return { rules = { ["en/teh"] = "warning" }, exclude = { "drafts" } }
