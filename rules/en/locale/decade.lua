local rule = {
  api     = 1,
  summary = "a decade named as in another language",
  why     = [[*Los años 80*, *les années 80*, *gli anni ottanta*: English says *the 80s* or *the 1980s*.]],
  level   = "warning",
  mqm     = "date-format",
  measured = "1 in rule-based es-en; none in clean English",
  trigger = {
    "the years 20|30|40|50|60|70|80|90", "the years '20|'30|'40|'50|'60|'70|'80|'90",
    "the years twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety",
    "the years 1910|1920|1930|1940|1950|1960|1970|1980|1990",
    "decade of the? 20|30|40|50|60|70|80|90",
  },
  message = "English says “the 80s” or “the 1980s”.",
  bad = {
    { "They lived there in <<the years 80>>.", fix = "They lived there in the 80s." },
    { "In <<the years sixty>> it was new.", fix = "In the sixties it was new." },
    { "It is a house of the <<decade of the 70>>.", fix = false },
  },
  good = {
    "They lived there in the 80s.",
    "In the years 1980 and 1981 it was closed.",
    "In the years sixty people died.",
    "In the years 1980 to 1985 it was open.",
    "Of the years, 80 were dry.",
  },
}

local plural = { twenty = "twenties", thirty = "thirties", forty = "forties", fifty = "fifties", sixty = "sixties",
  seventy = "seventies", eighty = "eighties", ninety = "nineties" }

-- "the years 1980 and 1981", "the years 1980 to 1985": single years.
local counted = { ["and"] = true, ["to"] = true, ["-"] = true, ["–"] = true, [","] = true, ["or"] = true, ["through"] = true, ["until"] = true, ["/"] = true }

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local number, after = sentence[last], last + 1
  if counted[sentence[after]] and sentence:kind(after + 1) == "number" or sentence:kind(after) == "word" and sentence:tag(after) == "NOUN" then return end
  if sentence[first] == "decade" then return report(sentence, first, last) end
  local name = plural[number] or sentence:text(last, last):gsub("^['’]", "") .. "s"
  report(sentence, first, last, { fix = sentence:text(first, first) .. " " .. name })
end

return rule
