return { root = true, pairs = { { source = "es/**.md", target = "en/**.md" }, { source = "in/*.md", target = "in/*.md" } } }
