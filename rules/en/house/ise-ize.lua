local words = require "calque.words"

local stems = words.set(require "_stems")
local endings = { "e", "ed", "es", "ing", "er", "ers", "ation", "ations" }

local function list_triggers()
  local list = {}
  for stem in pairs(stems) do
    for _, ending in ipairs(endings) do
      list[#list + 1] = stem .. "is" .. ending
      list[#list + 1] = stem .. "iz" .. ending
    end
  end
  table.sort(list)
  return table.concat(list, "|")
end

local rule = {
  api     = 1,
  summary = "-ise or -ize against house style",
  why     = [[*Organise* is British, *organize* American and Oxford's. Off until you say which: `style` is `ize` or `ise`. Names
(*World Health Organization*) are left alone.]],
  level   = "off",
  mqm     = "company-style",
  trigger = list_triggers(),
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
  },
}

function rule.check(match, report, options)
  local sentence, i = match.sentence, match.first
  local text = sentence:text(i, i)
  if sentence:case(i) ~= "lower" and i > 1 then return end
  local right = options.style == "ise" and "is" or "iz"
  local head, ending = text:match("^(.*)i[sz](%l+)$")
  local fix = head .. right .. ending
  if fix ~= text then report(sentence, i, i, { fix = fix }) end
end

return rule
