local rule = {
  api     = 1,
  summary = "a space behind an opening bracket",
  why     = [[Tools that cut text into tokens leave it, and so do full-width brackets, which hold a space of their own: *the mayor
( a doctor) left*. Brackets stand close to what is in them. A space before a closing one is en/space-before-stop's.]],
  level   = "warning",
  mqm     = "whitespace",
  measured = "14 in raw MT articles, 0 in human references; 3 of 5 touch a rater's error span; none in clean English",
  trigger = "\\( <spaced>&<word>|<number>",
  message = "No space inside brackets.",
  bad = {
    { "The mayor <<( a>> doctor) left.", fix = "The mayor (a doctor) left." },
    { "It grew by a third <<( 38>> of 120).", fix = "It grew by a third (38 of 120)." },
    { "She left the party<<( CDU>>) in May.", fix = "She left the party (CDU) in May." },
  },
  good = {
    "The mayor (a doctor) left.",
    "Call f( x ) and g( y, z ).",
    "She smiled :( and left.",
    "It is ( `a` ) here.",
    "Mark one: ( ) yes, ( ) no.",
    "Press ( or ) to go on.",
  },
}

local longest = 40 -- tokens in brackets

-- f( x ): code; :( and 8( are faces.
local function is_code_or_face(sentence, i)
  return i > 1 and sentence:gap(i) == "" and (sentence:kind(i - 1) ~= "word" or sentence:gap(i + 1) ~= " "
    or sentence:case(i - 1) == "mixed" or #sentence[i - 1] < 3 or sentence[i - 1]:find("_", 1, true) ~= nil)
end

local function closes(sentence, i)
  for k = i + 2, math.min(#sentence, i + longest) do
    if sentence[k] == ")" then return k > i + 2 or sentence[i + 1] ~= "and" and sentence[i + 1] ~= "or" end
    if sentence[k] == "(" then return false end
  end
  return false
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if sentence.block.type ~= "paragraph" or sentence:emphasized(i + 1) or is_code_or_face(sentence, i) then return end
  if sentence:gap(i + 1) ~= " " or not closes(sentence, i) then return end
  local space = i > 1 and sentence:gap(i) == "" and " " or ""
  report(sentence, i, i + 1, { fix = space .. "(" .. sentence:text(i + 1, i + 1), safe = space == "" })
end

return rule
