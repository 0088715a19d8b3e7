return {
  pairs = {
    { source = "es/**.md", target = "en/**.md" },
    { source = "self/*.md", target = "self/*.md" },
    { source = "back/**.md", target = "there/**.md" },
    { source = "there/**.md", target = "back/**.md" },
  },
}
