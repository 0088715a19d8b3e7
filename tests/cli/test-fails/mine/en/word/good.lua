return { api = 1, summary = "cod", why = "x", level = "warning", mqm = "style", forbid = { "cod" },
  bad = { { "A <<cod>> here." } }, good = { "A code.", "A fish." } }
