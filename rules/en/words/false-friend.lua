-- By source language: the phrase as it comes out, what it means, and the word that it comes from.
-- Collocations only: single words are right too often.
local friends = require "_false_friends"

local function triggers()
  local list, seen = {}, {}
  for _, entries in pairs(friends) do
    for pattern in pairs(entries) do
      if not seen[pattern] then list[#list + 1] = pattern end
      seen[pattern] = true
    end
  end
  table.sort(list)
  return list
end

local rule = {
  api     = 1,
  summary = "a false friend",
  why     = [[A word that looks like the source's and means something else: *celebrar elecciones* is to *hold* elections, *eventuell*
is *possibly*. Each phrase belongs to the languages whose word it copies; other texts are left alone.]],
  level   = "warning",
  mqm     = "false-friend",
  trigger = triggers(),
  bad = {
    { "They will <<celebrate elections>> in May.", source = "es", fix = false },
    { "The team <<realized a study>> of the lake.", source = "es" },
    { "He <<assisted to the meeting>> in Rome.", source = "fr" },
    { "The plan is ready <<in the frame of>> the project.", source = "de" },
  },
  good = {
    "They will hold elections in May.",
    { "They celebrate the victory in May.", source = "es" },
    { "The team realized that the lake is deep.", source = "es" },
    { "They will celebrate elections with a dance.", source = "de" },
  },
}

function rule.check(match, report)
  local source = match.doc.source_language
  local entries = source and friends[source:match("^%a+")]
  local meant = entries and entries[match.pattern]
  if not meant then return end
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:quoted(first) and sentence:kind(first - 1) == "quote" and sentence:kind(last + 1) == "quote" then return end
  report(sentence, first, last, "A false friend: here it means “" .. meant .. "”.")
end

return rule
