local rule = {
  api     = 1,
  summary = "an acronym with stops here and without them there",
  why     = [[*U.S.* in one paragraph and *US* in the next: the engine copies what its training text had. House style decides, one
way for the whole text. The first of the rarer form is reported; the fix is for those that are the only one.]],
  level   = "warning",
  vocabulary = true,
  mqm     = "inconsistency",
  measured = "6 in raw MT articles, 0 in human references; 8 of 18 touch a rater's error span; none in clean English; read: 6 of 6 right in raw MT articles",
  scope   = "document",
  trigger = "<upper>&u.s.|us|u.k.|uk|u.n.|un|e.u.|eu",
  message = "Elsewhere in this text the acronym is written the other way.",
  bad = {
    { "The U.S. agreed. The U.S. left. The <<US>> came back.", fix = "The U.S. agreed. The U.S. left. The U.S. came back." },
    { "The UN met. The UN voted. The <<U.N.>> envoy left.", fix = "The UN met. The UN voted. The UN envoy left." },
    { "The UK agreed. The <<U.K.>> envoy of the UK left.", fix = "The UK agreed. The UK envoy of the UK left." },
    { "The EU met. The <<E.U.>> envoy left. The EU voted. The E.U. paid, as the EU does.", fix = false },
  },
  good = {
    "The U.S. agreed. The U.S. left. They told us to go.",
    "The US agreed. “The U.S. left,” she said in the US.",
    "The US agreed. The U.S. News Group left the US.",
    "US$ 5 and the U.S. left. The U.S. came back.",
    "The US agreed. The U.S. Department of Trade left. The US came back.",
  },
}

-- "U.S. News Group", "U.S. Department of Trade"
local function begins_name(sentence, i)
  if sentence:case(i + 1) ~= "capitalized" then return false end
  local second = sentence[i + 2]
  return sentence:case(i + 2) == "capitalized"
    or (second == "of" or second == "for" or second == "and") and sentence:case(i + 3) == "capitalized"
end

-- A quotation, a name, a sum, a headline in capitals.
local function is_exempt(sentence, i)
  local after = sentence:case(i + 1)
  return sentence:quoted(i) or sentence:emphasized(i) or sentence[i + 1] == "$"
    or sentence[i + 1] == "-" and sentence:gap(i + 1) == "" or begins_name(sentence, i)
    or after == "upper" or sentence:case(i - 1) == "upper" or sentence.block.type ~= "paragraph"
end

function rule.check(match, report)
  local places = {}
  for sentence, i in match.hits() do
    if not is_exempt(sentence, i) then
      local form = sentence[i]
      local bare = form:gsub("%.", "")
      local of = places[bare] or { [true] = {}, [false] = {} }
      places[bare] = of
      local list = of[form ~= bare]
      list[#list + 1] = { sentence, i }
    end
  end
  for bare, of in pairs(places) do
    local dotted, plain = of[true], of[false]
    local rare, usual = dotted, plain
    if #plain < #dotted then rare, usual = plain, dotted end
    if #rare > 0 and #usual > 1 and #rare < #usual then
      local form = rare == plain and bare:upper():gsub("%u", "%0.") or bare:upper()
      local one, other = rare[1], usual[1]
      report(one[1], one[2], one[2], { fix = #rare == 1 and form or nil, related = { { other[1], other[2], other[2], "written so here" } } })
    end
  end
end

return rule
