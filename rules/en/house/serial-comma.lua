local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "the comma before the last of three, against house style",
  why     = [[*Bread, salt and wine* or *bread, salt, and wine*. Off until you say which: `style` is `without` or `with`. Only lists of
single words are looked at, where nothing but the list can be meant.]],
  level   = "off",
  mqm     = "company-style",
  measured = "not measured: the rule is off until you switch it on",
  trigger = { "<word> , <word> , and|or <word>", "<word> , <word> and|or <word>" },
  options = { style = "without" },
  message = "House style is otherwise about the comma before the last of a list.",
  bad = {
    { "They sold bread, salt<<,>> and wine.", fix = "They sold bread, salt and wine." },
    { "He met Anna, Berta<<,>> or Clara.", fix = "He met Anna, Berta or Clara." },
    { "They saw cats, dogs<<,>> and mice.", fix = "They saw cats, dogs and mice." },
  },
  good = {
    "They sold bread, salt and wine.",
    "He came, of course, and slept.",
    "He met Anna, who left, and Berta.",
  },
}

-- Three nouns, names or adjectives, and the list ends there.
local function is_list(sentence, ...)
  local kind
  for _, i in ipairs { ... } do
    local upos = sentence:tag(i)
    if upos == "PROPN" then upos = "NOUN" end
    if upos ~= "NOUN" and upos ~= "ADJ" or kind and upos ~= kind or words.function_words[sentence[i]] then return false end
    kind = upos
  end
  return true
end

function rule.check(match, report, options)
  local sentence, first, last = match.sentence, match.first, match.last
  local comma = sentence[last - 2] == "," and last - 2 or nil
  local has_comma = comma ~= nil and last - first == 5
  if has_comma == (options.style == "with") then return end
  if not is_list(sentence, first, first + 2, last) then return end
  if has_comma then
    report(sentence, comma, comma, { edits = { { comma - 1, comma, sentence:text(comma - 1, comma - 1) } }, title = "delete it" })
  else
    report(sentence, last - 2, last - 2, { fix = sentence:text(last - 2, last - 2) .. "," })
  end
end

return rule
