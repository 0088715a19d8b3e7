local words = require "calque.words"

-- Behind these a comma is a decimal one: 3,5 million. Behind the others too few digits tell.
local units = "million|millions|billion|billions|trillion|thousand|%|percent|per|km|kg|kilometres|kilometers|metres|meters"
  .. "|euros|euro|dollars|pounds|hectares|tonnes|tons|litres|liters|degrees|€|$|£|times"

local rule = {
  api     = 1,
  summary = "a number written as in another language",
  why     = [[*1.250.000* and *3,5* are right in Spanish, German or Russian; English groups by commas and marks decimals by a
stop: *1,250,000*, *3.5*. A space between groups is scientific style at best.]],
  level   = "warning",
  mqm     = "number-format",
  trigger = { "<stop-groups>", "<comma-decimal> " .. units, "<number> <number>" },
  message = "English groups digits by commas and marks decimals by a stop.",
  bad = {
    { "The town has <<1.250.000>> inhabitants.", fix = "The town has 1,250,000 inhabitants." },
    { "It cost <<3,5>> million euros.", fix = "It cost 3.5 million euros." },
    { "More than <<12 000>> people came.", fix = "More than 12,000 people came." },
    { "The fund holds <<45\u{A0}000\u{A0}000>> crowns.", fix = "The fund holds 45,000,000 crowns." },
  },
  good = {
    "The town has 1,250,000 inhabitants and 3.5 million trees.",
    "Version 1.2.3 answers at 10.0.0.127.",
    "Read 3,5 and 7 of the list.",
    "In 2010 150 people came.",
    "Call 020 555 100 or 12 555 100 40.",
    "The score was 10 000 to nothing, wrote nobody: 1,000 it was.",
  },
}

local function fix_groups(sentence, i, report)
  local text = sentence:text(i, i)
  if text:sub(1, 1) == "0" or #text > 15 then return end -- no amount: 0.000.000 and the like
  report(sentence, i, i, { fix = (text:gsub("%.", ",")) })
end

local function fix_decimal(sentence, i, report)
  local text = sentence:text(i, i)
  report(sentence, i, i, { fix = (text:gsub(",", ".")) })
end

-- 12 000: one to three digits, then groups of three, and a noun behind them.
local function fix_spaces(sentence, i, report)
  if not sentence[i]:find("^[1-9]%d?%d?$") or sentence:kind(i - 1) == "number" then return end
  local last = i
  while sentence:kind(last + 1) == "number" and sentence[last + 1]:find("^%d%d%d$") do last = last + 1 end
  if last == i or sentence:kind(last + 1) == "number" then return end
  local is_bound = sentence:gap(i + 1) ~= " "
  local is_counted = sentence:kind(last + 1) == "word" and sentence:case(last + 1) == "lower"
    and not words.function_words[sentence[last + 1]]
  local is_alone = sentence:kind(i - 1) ~= "word" or sentence:case(i - 1) == "lower"
  if is_alone and (is_bound or is_counted) and last - i < 4 then
    report(sentence, i, last, { fix = (sentence:text(i, last):gsub("[^%d]+", ",")) })
  end
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if match.pattern == "<stop-groups>" then
    fix_groups(sentence, i, report)
  elseif match.pattern == "<number> <number>" then
    fix_spaces(sentence, i, report)
  else
    fix_decimal(sentence, i, report)
  end
end

return rule
