return {
  root = true,
  pairs = {
    { source = "es/*.md", target = "en/**.md" },
    { source = "es/?.md", target = "en/?.md" },
    { source = "es/*.md" },
  },
}
