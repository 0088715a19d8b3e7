local numerals = {}
for n = 1, 21 do
  local rest, text = n, ""
  for _, step in ipairs { { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" } } do
    while rest >= step[1] do
      text = text .. step[2]
      rest = rest - step[1]
    end
  end
  numerals[text] = n
end

local rule = {
  api     = 1,
  summary = "a century with a Roman numeral",
  why     = [[*El siglo XXI*, *le XIXᵉ siècle*, *XX век*: English writes centuries as ordinals, *the 21st century*.]],
  level   = "warning",
  mqm     = "number-format",
  measured = "1 of 1 changed by post-editors; none in clean English",
  sets    = { numerals = numerals },
  trigger = "the @numerals century|centuries",
  message = "English writes the century as an ordinal.",
  bad = {
    { "In <<the XXI century>> nobody rides.", fix = "In the 21st century nobody rides." },
    { "A house of <<the XIX century>> burned down.", fix = "A house of the 19th century burned down." },
    { "It was built in <<the XII century>>.", fix = "It was built in the 12th century." },
  },
  good = {
    "In the 21st century nobody rides.",
    "Louis XIV century plants grow here.",
    "The 19th century was long.",
    "She is a member of the XX Century Club.",
  },
}

local endings = { "st", "nd", "rd" }

local function ordinal(n)
  local ending = n % 100 // 10 ~= 1 and endings[n % 10] or "th"
  return n .. ending
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:case(first + 1) == "lower" or sentence:case(last + 1) == "capitalized" then return end -- the XX Century Club
  local number = numerals[sentence[first + 1]]
  report(sentence, first, last,
    { fix = sentence:text(first, first) .. " " .. ordinal(number) .. " " .. sentence:text(last, last) })
end

return rule
