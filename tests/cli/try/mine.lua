return {
  api = 1, summary = "a rule of its own", why = "So.", level = "off", mqm = "style",
  forbid = { "boat" }, bad = { "The <<boat>>." }, good = { "The ship.", "The boats." },
}
