return { api = 1, summary = "raises", why = "x", level = "warning", mqm = "style", trigger = { "boom", "tell" }, bad = { { "<<tell>>" } }, good = { "a", "b" },
  check = function(match, report)
    if match.pattern == "boom" then error("no") end
    report(match.sentence, match.first)
  end }
