local list = require "_stems"

local endings = "%1ise|%1ised|%1ises|%1ising|%1isation|%1ize|%1ized|%1izes|%1izing|%1ization|"

local rule = {
  api     = 1,
  summary = "-ise or -ize against house style",
  why     = [[*Organise* is British, *organize* American and Oxford's. Off until you say which: `style` is `ize` or `ise`. Names
(*World Health Organization*) are left alone.]],
  level   = "off",
  mqm     = "company-style",
  measured = "not measured: the rule is off until you switch it on",
  trigger = list:gsub("(%S+)%s*", endings):gsub("|$", ""),
  options = { style = "ize" },
  message = "House style spells this otherwise.",
  bad = {
    { "They want to <<organise>> it.", fix = "They want to organize it." },
    { "The <<privatisation>> failed.", fix = "The privatization failed." },
    { "She <<emphasised>> that.", fix = "She emphasized that." },
  },
  good = {
    "They want to organize it.",
    "They advise and exercise, and the World Health Organisation analyses.",
    "A promise is a rise.",
    "ORGANISE now; OPTIMISE is a flag.",
  },
}

function rule.check(match, report, options)
  local sentence, i = match.sentence, match.first
  local text = sentence:text(i, i)
  local case = sentence:case(i)
  if case ~= "lower" and (i > 1 or case ~= "capitalized") then return end
  local right = options.style == "ise" and "is" or "iz"
  local head, ending = text:match("^(.*)i[sz](%l+)$")
  local fix = head .. right .. ending
  if fix ~= text then report(sentence, i, i, { fix = fix }) end
end

return rule
