return {
  api     = 1,
  summary = "an ignore that names no rule",
  why     = [[A slip in the rule's name, or a reason without a colon before it: the comment does not do what it says.
`calque rules` lists the names.]],
  level   = "hint",
  mqm     = "markup",
  engine  = true,
  bad     = {
    { "<!-- calque-ignore <<en/its-onw>>: quoted from a letter -->\n\nThe bank is its own master.", format = "markdown" },
    { "<!-- <<calque-ignore-lines>> en/its-own -->\n\nThe bank is its own master.", format = "markdown" },
    { "The bank is its own master. <!-- <<calque-ignore-end>> -->", format = "markdown" },
  },
  good    = {
    { "<!-- calque-ignore en/its-own: quoted from a letter -->\n\nThe bank is it's own master.", format = "markdown" },
    { "<!-- calque-ignore-start en/* -->\n\nThe bank is it's own master.\n\n<!-- calque-ignore-end -->", format = "markdown" },
  },
}
