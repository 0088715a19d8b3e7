local american, partner, list = {}, {}, {}
for british, other in require("_american"):gmatch("(%S+) (%S+)") do
  american[other] = true
  partner[british], partner[other] = other, british
  list[#list + 1] = british
  list[#list + 1] = other
end

local rule = {
  api     = 1,
  summary = "British and American spelling in one text",
  why     = [[*Colour* here and *center* there: an engine has read both. The rarer kind is reported. Names and quotations are left alone;
a hint, because some papers mix.]],
  level   = "hint",
  mqm     = "inconsistency",
  measured = "18 in raw MT articles, 6 in human references; 1 in rule-based es-en; 10 of 26 touch a rater's error span; 5 in clean English, 2 in clean Markdown",
  scope   = "document",
  trigger = table.concat(list, "|"),
  message = "The rest of the text has the other spelling, British or American.",
  bad = {
    { "The colour of the harbour is grey. The <<center>> is old.", fix = "The colour of the harbour is grey. The centre is old." },
    { "Our neighbors traveled to the center. They saw the <<theatre>>.", fix = "Our neighbors traveled to the center. They saw the theater." },
    { "The tumor is gray and the color of it changed. Its <<behaviour>> did not." },
  },
  good = {
    "The colour of the harbour is grey.",
    "The colour of the harbour is grey. Pearl Harbor and the Lincoln Center are far.",
    "The colour of the harbour is grey. “The center is old,” she wrote.",
  },
}

function rule.check(match, report)
  local places = { [true] = {}, [false] = {} }
  for sentence, i in match.hits() do
    if sentence:case(i) == "lower" and not sentence:quoted(i) and not sentence:emphasized(i) then
      table.insert(places[american[sentence[i]] == true], { sentence, i })
    end
  end
  local rare, usual = places[true], places[false]
  if #rare > #usual then rare, usual = usual, rare end
  if #rare == 0 or #rare == #usual then return end
  local other = usual[1]
  for _, place in ipairs(rare) do
    local sentence, i = place[1], place[2]
    report(sentence, i, i, { fix = partner[sentence[i]], related = { { other[1], other[2], other[2], "spelt so here" } } })
  end
end

return rule
