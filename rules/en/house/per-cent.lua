local rule = {
  api     = 1,
  summary = "per cent written against house style",
  why     = [[*5%*, *5 percent*, *5 per cent*: each paper has its own, and keeps to it. Off until you say which: `style` is `%`, `percent` or
`per cent`. Quotations are changed too, for it is only a spelling.]],
  level   = "off",
  mqm     = "company-style",
  measured = "not measured: the rule is off until you switch it on",
  trigger = { "<number> %", "<number> percent", "<number> per cent", "<number> pct" },
  options = { style = "%" },
  message = "House style writes per cent in another way.",
  bad = {
    { "It rose by 5 <<percent>> in May.", fix = "It rose by 5% in May." },
    { "It rose by 5 <<per cent>> in May.", fix = "It rose by 5% in May." },
    { "A rise of 0.5 <<pct>> is enough.", fix = "A rise of 0.5% is enough." },
  },
  good = {
    "It rose by 5% in May.",
    "A small percentage, and no per cent sign.",
    "Five percent of them came.",
  },
}

local written = { ["%"] = "%", percent = " percent", ["per cent"] = " per cent" }

function rule.check(match, report, options)
  local sentence, number, last = match.sentence, match.first, match.last
  local style = written[options.style] or "%"
  local form = sentence:text(number + 1, last)
  if sentence:gap(number + 1) .. form == style or form == "%" and style == "%" then return end
  local fix = sentence:text(number, number) .. style
  report(sentence, number + 1, last, { edits = { { number, last, fix } }, title = "“" .. fix .. "”" })
end

return rule
