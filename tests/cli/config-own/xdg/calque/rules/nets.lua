return {
  api = 1, summary = "fishing nets", why = "House style.", level = "hint", mqm = "spelling",
  forbid = "nets", bad = { "<<nets>>" }, good = { "net", "netting" },
}
