return { api = 1, summary = "nets", why = "x", level = "warning", mqm = "style", forbid = { "nets" }, bad = { { "<<nets>>" } }, good = { "boats", "netting" } }
