return { pairs = { { source = "es/**.md", target = "en/**.md" } } }
