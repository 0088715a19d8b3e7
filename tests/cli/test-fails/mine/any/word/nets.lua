return { api = 1, summary = "nets", why = "x", level = "warning", mqm = "style", swap = { nets = "the nets" },
  bad = { { "A <<net>>s here.", fix = "The nets here." }, { "<<nets>> and <<nets>>", fix = "the net and the nets" } , { "two\nlines of <<nets>>" } }, good = { "boats and\nnets" } }
