local english = { ["«"] = "“", ["»"] = "”", ["„"] = "“", ["「"] = "“", ["」"] = "”", ["『"] = "“", ["』"] = "”",
  ["《"] = "“", ["》"] = "”" }

local rule = {
  api     = 1,
  summary = "quotation marks of another language",
  why     = [[«…» is Spanish, French or Russian, „…“ German, Czech or Polish, 「…」 Japanese. English has “…” and ‘…’.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "54 in raw MT articles, 1 in human references; 8 of 10 touch a rater's error span; none in clean English",
  trigger = "«|»|„|「|」|『|』|《|》",
  message = "Not an English quotation mark.",
  bad = {
    { "He said <<«>>we will win<<»>>.", fix = "He said “we will win”." },
    { "The <<„>>Rose Garden“ speech is old." },
    { "“It is done. <<»>>" },
    { "<<「>>Hello<<」>>, she said.", fix = "“Hello”, she said." },
  },
  good = {
    "He said “we will win”.",
    "Press “« Back” to go on.",
    "Back « Home » Contact",
    "The mark „ is German.",
  },
}

-- Arrows between the parts of a page have spaces on both sides; a closing mark set the French way stands
-- behind a stop.
local function is_arrow(sentence, i)
  local is_loose = (i == 1 or sentence:gap(i) ~= "") and (sentence[i + 1] == nil or sentence:gap(i + 1) ~= "")
  local closes = sentence[i - 1] == "." or sentence[i - 1] == "?" or sentence[i - 1] == "!"
  return is_loose and not closes
end

local function is_mentioned(sentence, i)
  local before = sentence[i - 1]
  return before == "mark" or before == "marks" or before == "character" or sentence:kind(i - 1) == "quote"
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if is_mentioned(sentence, i) or is_arrow(sentence, i) then return end
  report(sentence, i, i, { fix = english[sentence[i]] })
end

return rule
