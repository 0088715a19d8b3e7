return {
  api     = 1,
  summary = "an ignore that names no rule",
  why     = [[A slip in the rule's name, or a reason without a colon before it: the comment does not do what it says.
`calque rules` lists the names.]],
  level   = "hint",
  mqm     = "markup",
  engine  = true,
  bad     = {
    { "<!-- calque-ignore <<en/tehh>>: quoted from a letter -->\n\nThe bank is safe.", format = "markdown" },
    { "<!-- <<calque-ignore-lines>> en/teh -->\n\nThe bank is safe.", format = "markdown" },
    { "The bank is safe. <!-- <<calque-ignore-end>> -->", format = "markdown" },
  },
  good    = {
    { "<!-- calque-ignore en/teh: quoted from a letter -->\n\nTeh bank is safe.", format = "markdown" },
    { "<!-- calque-ignore-start en/* -->\n\nTeh bank is safe.\n\n<!-- calque-ignore-end -->", format = "markdown" },
  },
}
