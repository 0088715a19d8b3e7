return {
  api     = 1,
  summary = "an ignore that ignores nothing",
  why     = [[The text was mended, or the rule has changed: what the comment says is no longer so, and the next mistake
in its place would go unseen.]],
  level   = "hint",
  mqm     = "markup",
  engine  = true,
  bad     = {
    { "<!-- calque-ignore <<en/teh>>: quoted from a letter -->\n\nThe bank is safe.", format = "markdown" },
    { "<!-- <<calque-ignore-file>> -->\n\nThe bank is safe.", format = "markdown" },
  },
  good    = {
    { "<!-- calque-ignore en/teh: quoted from a letter -->\n\nTeh bank is safe.", format = "markdown" },
    { "Comments may say calque-ignore. <!-- About calque-ignore. -->", format = "markdown" },
  },
}
