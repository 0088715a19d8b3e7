return {
  api     = 1,
  summary = "an ignore that ignores nothing",
  why     = [[The text was mended, or the rule has changed: what the comment says is no longer so, and the next mistake
in its place would go unseen.]],
  level   = "hint",
  mqm     = "markup",
  engine  = true,
  bad     = {
    { "<!-- calque-ignore <<en/its-own>>: quoted from a letter -->\n\nThe bank is its own master.", format = "markdown" },
    { "<!-- <<calque-ignore-file>> -->\n\nThe bank is its own master.", format = "markdown" },
  },
  good    = {
    { "<!-- calque-ignore en/its-own: quoted from a letter -->\n\nThe bank is it's own master.", format = "markdown" },
    { "Comments may say calque-ignore. <!-- About calque-ignore. -->", format = "markdown" },
  },
}
