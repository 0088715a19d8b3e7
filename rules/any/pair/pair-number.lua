local rule = {
  api     = 1,
  summary = "a number of the source that its translation has not",
  why     = [[A date, a sum or a count that went wrong on the way is a costly slip, and no reader sees it. The digits of both
texts are compared, however they are grouped. Left alone are numbers below 13 and round ones, which a translation may
spell out, those below 100 unless another number stands in their place, dates in digits and hours, which it may write
in another way, what is part of a name or an address, amounts of which a word says the scale (*3,5 mil millones*,
*5万*), and what was converted to miles, pounds or °F, or from them. Without a source, or where the two have not the same paragraphs, the rule is silent.]],
  level   = "error",
  mqm     = "mistranslation",
  measured = "not measured: the rule speaks beside the source only; read elsewhere: 34 of 36 right in 11,274 segments of translations, none in 105 pairs of Markdown files",
  pair    = true,
  scope   = "block",
  bad = {
    { "The bridge was built in <<1896>>.", original = "El puente se construyó en 1986." },
    { "<<The bridge cost millions.>>", original = "El puente costó 3.450.000 euros." },
    { "On May 17, <<52>> boats left the port.", original = "El 17 de mayo zarparon 25 barcos." },
  },
  good = {
    { "The bridge cost 3,450,000 euros.", original = "El puente costó 3.450.000 euros." },
    { "The bridge cost 3 450 000 euros.", original = "El puente costó 3.450.000 euros." },
    { "Two hundred boats left at 2.15 p.m.", original = "A las 14.15 zarparon 200 barcos." },
    { "The bridge was built in 1896.", original = "El puente es antiguo." },
    { "It cost 4,520 million euros.", original = "Costó 4,52 mil millones de euros." },
    { "Seventeen boats left on 3 May 2024.", original = "El 03.05.2024 zarparon 17 barcos." },
    { "It cost 3.45 million euros.", original = "Costó 3.450.000 euros." },
    { "The port is 24 miles away.", original = "El puerto está a 38 km." },
    { "It was closed in 1931–37.", original = "Cerró en 1931-1937." },
  },
}

-- What may stand in the place of a space, or of an ASCII digit.
local characters = { ["\u{A0}"] = " ", ["\u{2009}"] = " ", ["\u{202F}"] = " ", ["\u{3000}"] = " " }
for digit = 0, 9 do characters[utf8.char(0xFF10 + digit)] = tostring(digit) end

-- Behind a number: words that say its scale, or that it is an hour.
local behind = {
  "^ ?[mM]il", "^ ?[mM]rd", "^ ?[mM]io", "^ ?[mM]l[nd]", "^ ?[bB]i?ll?i", "^ ?[bB]n", "^ ?t[hy]?[so]u", "^ ?Tsd", "^ ?tis",
  "^ ?тыс", "^ ?м[ил]", "^ ?лн", "^ ?ти[сщ]", "^ ?[mb]n", "^ ?l[ai]kh?", "^ ?crore", "^ ?लाख", "^ ?करोड़", "^ ?हज[ाa]", "^ ?अरब",
  "^ ?[Uu]hr", "^ ?[hH]%f[%A]", "^ ?hrs?", "^ ?hor", "^ ?heure", "^ ?ore", "^ ?hod", "^ ?час", "^ ?godz", "^[:.]%d%d%f[%D]",
}
local scales = { "多", "余", "十", "百", "千", "万", "萬", "亿", "億", "兆", "点", "點", "时", "時", "月" }

local function flatten(text)
  return (text:gsub("[\xC2-\xF4][\x80-\xBF]*", characters))
end

-- Units that a translation converts, behind a number.
local imperial = { "%d[ -]miles?%f[%A]", "%d ?mph%f[%A]", "%d ?mi%f[%A]", "%d[ -]feet%f[%A]", "%d[ -]foot%f[%A]", "%d ?ft%f[%A]", "%d[ -]inch",
  "%d[ -]yards?%f[%A]", "%d[ -]pounds?%f[%A]", "%d ?lbs?%f[%A]", "%d ?oz%f[%A]", "%d[ -]ounces?%f[%A]", "%d[ -]acres?%f[%A]", "%d[ -]gallons?%f[%A]",
  "%d ?°F%f[%A]", "%d degrees Fahrenheit" }

local function begins_with_scale(rest)
  for _, scale in ipairs(scales) do
    if rest:sub(1, #scale) == scale then return true end
  end
  for _, pattern in ipairs(behind) do
    if rest:find(pattern) then return true end
  end
end

local function is_time(run)
  local hours, minutes = run:match("^(%d%d?)[.](%d%d)$")
  return hours and tonumber(hours) < 25 and tonumber(minutes) < 60 or run:find("^%d%d?[.]%d%d?[.]%d")
end

-- Whether a number may be said without its digits, or says something else than a number.
local function is_loose(run, before, rest)
  local digits = run:gsub("[.,]", "")
  return tonumber(digits) < 13 or digits:find("^%d0+$") or is_time(run) or before:find("[%w_/%-.:#@$%%&=]$")
    or rest:find("^[%w_/]") or rest:find("^%-[%w]") or begins_with_scale(rest)
end

-- 1 234 567 as 1234567; behind four digits and a space another number begins.
local function join_groups(text)
  text = text:gsub("(%f[%d]%d%d?%d?) (%d%d%d) (%d%d%d)%f[%D]", "%1%2%3")
  return (text:gsub("(%f[%d]%d%d?%d?) (%d%d%d)%f[%D]", "%1%2"))
end

-- Digits alone, what parts them inside a number taken out.
local function squeeze(text)
  return (text:gsub("(%d)[., '](%f[%d])", "%1%2"))
end

-- All runs of digits in a text, without what parts them inside a number; of 1931–37 the second year, too.
local function list_digits(text)
  local set = {}
  for run in join_groups(text):gmatch("%d[%d.,]*") do set[run:gsub("[.,]", "")] = true end
  for century, year in text:gmatch("%f[%d](%d%d)%d%d[-/\xE2\x80\x93\x94]+(%d%d)%f[%D]") do set[century .. year] = true end
  return set
end

-- 3450000 beside "3.45 million"
local function is_scaled(number, other)
  local digits = number:match("^(%d-)0*$")
  for run, rest in other:gmatch("%f[%d](%d[%d.,]*)()") do
    if run:gsub("[.,]", ""):match("^(%d-)0*$") == digits and begins_with_scale(other:sub(rest, rest + 20)) then return true end
  end
  return false
end

local function has_imperial(text)
  for _, pattern in ipairs(imperial) do
    if text:find(pattern) then return true end
  end
  return false
end

-- The first of the numbers that the other text has not, and whether it is the only one. What is not among its numbers is
-- looked at more closely, and among all of its digits at last, which is not done without end.
local function find_missing(text, other)
  local there, digits, found, looks, start = list_digits(other), squeeze(other), nil, 0, 1
  text = join_groups(text)
  while true do
    local first, last = text:find("%d[%d.,]*", start)
    if not first then return found, true end
    local run = text:sub(first, last):gsub("[.,]+$", "")
    local number = run:gsub("[.,]", "")
    start = last + 1
    if not there[number] then
      looks = looks + 1
      if looks > 100 then return end
      local rest = text:sub(first + #run, first + #run + 20)
      if not is_loose(run, text:sub(math.max(first - 1, 1), first - 1), rest) and not digits:find(number, 1, true)
        and not is_scaled(number, other) then
        if found then return found, false end
        found = run
      end
    end
  end
end

local function count_objects(text)
  return select(2, text:gsub("\u{FFFC}", ""))
end

-- The token that stands for the missing number: the only one that the source has not.
local function find_token(block, source)
  local wrong, is_only = find_missing(flatten(block:text()), source)
  if not wrong or not is_only then return end
  for i = 1, #block do
    if block:kind(i) == "number" and block:text(i, i) == wrong then return i end
  end
end

function rule.check(match, report)
  local block, source = match.block, match.block.source
  if not source or not source:find("%d") or count_objects(block:text()) > count_objects(source) then return end
  source = flatten(source)
  local text = flatten(block:text())
  local missing, is_only = find_missing(source, text)
  if not missing or has_imperial(source) ~= has_imperial(text) then return end
  local token = is_only and find_token(block, source)
  if not token and #missing < 3 then return end
  report(block, token or 1, token or #block, { message = ("The source has %s, and this has not."):format(missing) })
end

return rule
