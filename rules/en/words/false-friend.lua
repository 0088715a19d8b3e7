-- By source language: the phrase as it comes out and what it means. Collocations only: single words are right too often.
local function join(...)
  local all = {}
  for _, entries in ipairs { ... } do
    for pattern, entry in pairs(entries) do all[pattern] = entry end
  end
  return all
end

local spanish, russian = require "_calques_es", require "_calques_ru"

local calques = {
  es = spanish, ca = spanish, gl = spanish,
  pt = join(spanish, require "_calques_pt"),
  it = join(spanish, require "_calques_it"),
  fr = require "_calques_fr",
  de = require "_calques_de",
  ru = russian, uk = russian, be = russian,
  zh = require "_calques_zh",
  ja = require "_calques_ja",
}

local function triggers()
  local list, seen = {}, {}
  for _, entries in pairs(calques) do
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
  summary = "a false friend, or a phrase copied word by word",
  why     = [[A word that looks like the source's and means something else (*celebrar elecciones* is to *hold* elections, *eventuell*
is *possibly*), or a fixed phrase rendered word by word (*unter dem Strich* is *on balance*). Each phrase belongs to the languages
whose words it copies; other texts are left alone.]],
  level   = "warning",
  mqm     = "false-friend",
  measured = "41 in raw MT articles, 3 in human references; 42 in rule-based es-en; 96 of 130 touch a rater's error span; none in clean English",
  scope   = "document",
  trigger = triggers(),
  bad = {
    { "They will <<celebrate elections>> in May.", source = "es", fix = false },
    { "The team <<realized a study>> of the lake.", source = "es" },
    { "He <<assisted to the meeting>> in Rome.", source = "fr" },
    { "The plan is ready <<in the frame of>> the project.", source = "de", fix = "The plan is ready as part of the project." },
    { "There was no reply <<from the side of>> owners.", source = "ru", fix = "There was no reply by owners." },
    { "Many fell ill with the <<new crown virus>>.", source = "zh" },
  },
  good = {
    "They will hold elections in May.",
    { "They celebrate the victory in May.", source = "es" },
    { "The team realized that the lake is deep.", source = "es" },
    { "They will celebrate elections with a dance.", source = "de" },
    { "She wore the new crown at the ball.", source = "de" },
  },
}

local function is_cited(sentence, first, last)
  return sentence:quoted(first) and sentence:kind(first - 1) == "quote" and sentence:kind(last + 1) == "quote"
end

function rule.check(match, report)
  local source = match.doc.source_language
  local entries = source and calques[source:match("^%a+")]
  if not entries then return end
  local place -- the longest phrase that begins where the last one did
  local function report_place()
    local meaning = "Copied from the source: here it means “" .. place.entry.meaning .. "”."
    report(place.sentence, place.first, place.last, { message = meaning, fix = place.entry.fix })
  end
  for sentence, first, last, pattern in match.hits() do
    local entry = entries[pattern]
    if entry and not is_cited(sentence, first, last) then
      local is_same = place and place.sentence.index == sentence.index
      if not is_same or first > place.last then
        if place then report_place() end
        place = { sentence = sentence, first = first, last = last, entry = entry }
      elseif first == place.first and last >= place.last then
        place = { sentence = sentence, first = first, last = last, entry = entry }
      end
    end
  end
  if place then report_place() end
end

return rule
