local rule = {
  api     = 1,
  summary = "quotation marks against house style",
  why     = [[“Double” first or ‘single’ first, curly or straight. Off until you say which: `outer` is `double` or `single`, `form` is
`curly` or `straight`. Marks in code are no quotation marks.]],
  level   = "off",
  mqm     = "company-style",
  measured = "not measured: the rule is off until you switch it on",
  scope   = "quotation",
  options = { outer = "double", form = "curly" },
  message = "House style has other quotation marks.",
  bad = {
    { "She said <<'>>we will wait<<'>> to them.", fix = "She said “we will wait” to them." },
    { "She said <<\">>we will wait<<\">> to them.", fix = "She said “we will wait” to them." },
    { "She said <<‘>>we will wait<<’>> to them.", fix = "She said “we will wait” to them." },
  },
  good = {
    "She said “we will wait” to them.",
    "“He said ‘no’ to us,” she said.",
    "It's 5' high, and the sailors' own.",
  },
}

local marks = {
  ["curly double"] = { "“", "”" }, ["curly single"] = { "‘", "’" }, ["straight double"] = { '"', '"' }, ["straight single"] = { "'", "'" },
}

local known = { ["curly-double"] = true, ["curly-single"] = true, ["straight-double"] = true, ["straight-single"] = true }

function rule.check(match, report, options)
  local quotation = match.quotation
  if not quotation.open or not quotation.close or not known[quotation.style] then return end
  local is_double = (options.outer == "double") == (quotation.depth % 2 == 1)
  local form = options.form == "straight" and "straight" or "curly"
  local pair = marks[form .. (is_double and " double" or " single")]
  local block = quotation.block
  if quotation.style == form .. (is_double and "-double" or "-single") then return end
  report(block, quotation.open, quotation.open, { fix = pair[1] })
  report(block, quotation.close, quotation.close, { fix = pair[2] })
end

return rule
