-- Behind these a comma is a decimal one: 3,5 million. Behind the others too few digits tell.
local units = "million|millions|billion|billions|trillion|thousand|%|percent|per|km|kg|kilograms|kilogrammes|kilometres|kilometers|metres|meters"
  .. "|euros|euro|dollars|pounds|hectares|tonnes|tons|litres|liters|degrees|€|$|£|times"

local rule = {
  api     = 1,
  summary = "a number written as in another language",
  why     = [[*1.250.000* and *3,5* are right in Spanish, German or Russian; English groups by commas and marks decimals by a
stop: *1,250,000*, *3.5*.]],
  level   = "warning",
  mqm     = "number-format",
  measured = "10 in raw MT articles, 8 in human references; 1 in rule-based es-en; 5 of 12 changed by post-editors; 11 of 12 touch a rater's error span; 1 in clean English",
  trigger = { "<stop-groups>", "<comma-decimal> " .. units },
  message = "English groups digits by commas and marks decimals by a stop.",
  bad = {
    { "The town has <<1.250.000>> inhabitants.", fix = "The town has 1,250,000 inhabitants." },
    { "It cost <<3,5>> million euros.", fix = "It cost 3.5 million euros." },
    { "A <<12,5>> percent rise is enough.", fix = "A 12.5 percent rise is enough." },
  },
  good = {
    "The town has 1,250,000 inhabitants and 3.5 million trees.",
    "Version 1.2.3 answers at 10.0.0.127 and at 203.178.141.194.",
    "Read 3,5 and 7 of the list.",
    "In 2010 150 people came.",
  },
}

-- 255.255.255.0: four numbers below 256.
local function is_address(text)
  local count = 0
  for group in text:gmatch("%d+") do
    count = count + 1
    if tonumber(group) > 255 then return false end
  end
  return count == 4
end

local function fix_groups(sentence, i, report)
  local text = sentence:text(i, i)
  if text:sub(1, 1) == "0" or #text > 15 or is_address(text) then return end -- no amount: 0.000.000 and the like
  report(sentence, i, i, { fix = (text:gsub("%.", ",")) })
end

local function fix_decimal(sentence, i, report)
  local text = sentence:text(i, i)
  report(sentence, i, i, { fix = (text:gsub(",", ".")) })
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if match.pattern == "<stop-groups>" then
    fix_groups(sentence, i, report)
  else
    fix_decimal(sentence, i, report)
  end
end

return rule
