local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "one statement quoted twice in different words",
  why     = [[A quotation that went through two languages, or through a paraphraser, comes back in other words; when it
stands in the text twice, the two do not agree and neither is what was said. Quote the original once. One of the two must
say who spoke; what has brackets or dots in it was quoted with care. Essays take a quotation up in words of their own: so it is
looked for only where the text is known to be a translation.]],
  level   = "warning",
  mqm     = "inconsistency",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English; read elsewhere: 6 of 10 right in essays, where it is silent now",
  scope   = "document",
  options = { least = 0.6, quoted = 6, pairs = 500 },
  message = "This is quoted twice in different words: which of the two was said?",
  bad = {
    { "Moreno “asks every village of the valley to send two carts of gravel for the new road”.\n\nIt rained.\n\n"
      .. "<<Moreno wants every village in the valley to send two carts of gravel for the new road, his office said.>>", source = "es" },
    { "“We will repair the old bridge before the first snow falls in the valley,” Lee said.\n\nIt rained.\n\n"
      .. "<<“We shall repair the old bridge before the first snow falls in the valley,” Lee told reporters.>>", source = "zh" },
    { "The mayor declared that she “wants to sell the empty market hall to the farmers of the district”. It rained. "
      .. "<<The mayor hopes to sell the empty market hall to farmers of the district.>>", source = "es" },
  },
  good = {
    { "“The old bridge will be repaired before the first snow falls,” Lee said.\n\nLee wrote: “The old bridge will be "
      .. "repaired before the first snow falls.”", source = "es" },
    { "“We will repair the old bridge before the first snow falls in the valley,” Lee said.\n\nIt rained.", source = "es" },
    { "We will repair the old bridge before the first snow falls.\n\nWe shall repair the old bridge before the first "
      .. "snow falls.", source = "es" },
    { "“We will repair the old bridge before the first snow falls in the valley.”\n\n"
      .. "“We will repair the old bridge before the first snow falls in the valley.”", source = "es" },
    { "Holm writes: “The first mile takes half of the time that the walk takes.”\n\nHolm writes: “The first mile [. . .] takes half "
      .. "of the time that the walk takes us.”", source = "es" },
    { "Why is “this” not the house of the old miller of the valley?\n\nWhy is that not the house of the old miller of the valley?", source = "es" },
    { "The “old bridge” fell on Monday and nobody saw the first stones drop into the water.\n\nThe old bridge fell "
      .. "on Monday and nobody saw the last stones drop into the water.", source = "es" },
    -- Where nothing says that it is a translation.
    "“We will repair the old bridge before the first snow falls in the valley,” Lee said.\n\n“We shall repair the old bridge before "
      .. "the first snow falls in the valley,” Lee told reporters.",
  },
}

-- The quoted words of one stand in the other as they are: quoted twice, but in the same words.
local function is_same_quotation(first, second, least)
  local one, count_one = first:words(true)
  local two, count_two = second:words(true)
  if math.max(count_one, count_two) < least then return true end
  return count_one >= least and second:words():find(one, 1, true) ~= nil
    or count_two >= least and first:words():find(two, 1, true) ~= nil
end

local careful = words.set "[ ] … ..."
local code = words.set "symbol placeholder path url"

-- Who quotes with brackets and dots knows what was said, and code is no speech.
local function is_plain_speech(sentence)
  for i = 1, #sentence do
    if careful[sentence[i]] or code[sentence:kind(i)] or sentence[i] == "." and sentence[i + 1] == "." then return false end
  end
  return true
end

local function says_who(sentence)
  for i = 1, #sentence do
    if words.reporting_verbs[sentence[i]] and not sentence[i]:find("ing$") or sentence[i] == "according" then return true end
  end
  return false
end

local function is_reported(first, second)
  return first.terminated and second.terminated and is_plain_speech(first) and is_plain_speech(second) and (says_who(first) or says_who(second))
end

function rule.check(match, report, options)
  if not match.doc.source_language or not match.doc:quotations()() then return end
  local seen = 0
  for first, second, _, identical in match.doc:repeats(options.least) do
    seen = seen + 1
    if seen > options.pairs then return end -- a list or a table, not an article
    if not identical and not is_same_quotation(first, second, options.quoted) and is_reported(first, second) then
      report(second, 1, #second, { related = { { first, 1, #first, "first time here" } } })
    end
  end
end

return rule
