local rule = {
  api     = 1,
  summary = "an odd gap",
  why     = [[One plain space is enough.]],
  level   = "warning",
  mqm     = "whitespace",
  trigger = "<odd-gap>",
  bad     = { { "a<<  >>b", fix = "a b" } },
  good    = { "a b", "a, b" },
}

function rule.check(match, report)
  if match.first > 1 then
    report(match.sentence, match.first, match.first, { gap = true, fix = " ", safe = true })
  end
end

return rule
