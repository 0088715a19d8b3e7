return { api = 1, summary = "loops", why = "x", level = "warning", mqm = "style", trigger = "loop", bad = { { "<<loop>>" } }, good = { "a", "b" },
  check = function(match) while true do end end }
