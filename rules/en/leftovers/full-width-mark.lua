local marks = {
  ["，"] = ",", ["。"] = ".", ["！"] = "!", ["？"] = "?", ["："] = ":", ["；"] = ";", ["（"] = "(", ["）"] = ")", ["．"] = ".",
  ["、"] = ",", ["％"] = "%",
}

local rule = {
  api     = 1,
  summary = "a full-width mark of Chinese or Japanese",
  why     = [[The engine copied the marks of the source: *Hello，world*. English has marks of its own, with their spaces.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "5 in raw MT articles, 2 in human references; none in clean English",
  trigger = "，|。|！|？|：|；|（|）|．|、|％",
  message = "A mark of Chinese or Japanese: English has its own.",
  bad = {
    { "The ship sailed<<，>>the port slept.", fix = "The ship sailed, the port slept." },
    { "The ship <<（>>a liner<<）>> sailed<<。>>", fix = "The ship (a liner) sailed." },
    { "It rose by 5<<％>> in May.", fix = "It rose by 5% in May." },
  },
  good = {
    "The ship (a liner) sailed.",
    "The shop is called 东京，北京 here.",
    "The word “，” is a comma.",
  },
}

local function is_foreign(sentence, i)
  local kind = sentence:kind(i)
  return kind == "ideograph" or kind == "other" or kind == "word" and sentence[i]:find("^[\224-\239]") ~= nil
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if is_foreign(sentence, i - 1) or is_foreign(sentence, i + 1) or sentence:emphasized(i) then return end
  if sentence:kind(i - 1) == "quote" and sentence:kind(i + 1) == "quote" then return end
  local mark = marks[sentence[i]]
  local after = mark ~= "(" and sentence:gap(i + 1) == "" and sentence:kind(i + 1) == "word" and " " or ""
  report(sentence, i, i, { fix = mark .. after })
end

return rule
