return { source_language = "de", paths = { fr = { source_language = "fr" }, auto = { language = "auto" } } }
