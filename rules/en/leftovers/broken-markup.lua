local rule = {
  api     = 1,
  summary = "markup that the translation took apart",
  why     = [[Engines set spaces into what programs read: `[text] (https://…)`, `</ b >`, `$ {count}`, `# MeToo`, `http: //…`.
Then it is text. The end of an element is set close only where its beginning is: half of it is no better.]],
  level   = "warning",
  mqm     = "markup",
  measured = "1 in raw MT articles, 0 in human references; 1 of 3 changed by post-editors; none in clean English",
  trigger = {
    "\\] \\( <url>",
    "\\< / b|i|a|em|strong|p|span|div|code|li|ul|u \\>",
    "$ <placeholder>",
    "\\# <word>",
    "http|https : / /",
    "@ <url>",
  },
  message = "There is a space too many: no program reads this.",
  bad = {
    { "See the map [of the port<<] (>>https://example.org/map).", fix = "See the map [of the port](https://example.org/map)." },
    { "You have <<$ {count}>> new letters.", fix = "You have ${count} new letters." },
    { "It is <b>new<<< / b >>>.", fix = "It is <b>new</b>." },
    { "It is < b >new<<< / b >>>.", fix = false },
    { "The tag <<# OldHarbour>> was everywhere.", fix = "The tag #OldHarbour was everywhere." },
    { "It is all at <<https: //>>example.org/map now.", fix = "It is all at https://example.org/map now." },
    { "Write to <<office @ example.org>> today.", fix = "Write to office@example.org today." },
  },
  good = {
    "See the map [of the port] (in Spanish).",
    "You have ${count} new letters, at $ 5 each.",
    "The tag #OldHarbour was everywhere, and he is # 1.",
    "If a < b and b > c, nobody knows.",
    "It is written in C # or in F#, see # Notes.",
    "Write to office@example.org or www.example.org today.",
    "@ example.org they know.",
  },
}

-- "#MeToo", "#OldHarbour": two words in one; others may be a number sign or a heading's.
local function is_hashtag(sentence, i)
  return sentence:case(i + 1) == "mixed" and sentence:text(i + 1, i + 1):find("^%u%l+%u") ~= nil
    and (i == 1 or sentence:gap(i) ~= "") and sentence:kind(i - 1) ~= "number"
end

-- The tokens to join, and how they are written together; nil where nothing is wrong.
local function find_span(sentence, first, last)
  local mark = sentence[first]
  if mark == "]" then return first, first + 1 end
  if mark == "@" then return sentence:case(first - 1) == "lower" and first - 1 or nil, last end
  if mark == "#" and not is_hashtag(sentence, first) then return nil end
  return first, last
end

local furthest = 200 -- tokens back to where an element begins

-- Whether "</b>" has a whole "<b>" before it; what is no tag has nothing to wait for.
local function is_begun(sentence, first, last)
  if sentence[first] ~= "<" then return true end
  local block, name, from = sentence.block, sentence[last - 1], sentence.offset + first - 1
  for i = from - 1, math.max(1, from - furthest), -1 do
    if block[i] == name and block[i - 1] == "<" and block:gap(i) == "" and block[i + 1] == ">" and block:gap(i + 1) == "" then
      return true
    end
  end
  return false
end

function rule.check(match, report)
  local sentence = match.sentence
  local first, last = find_span(sentence, match.first, match.last)
  if not first or sentence:emphasized(first) then return end
  local is_loose = false
  for i = first + 1, last do
    is_loose = is_loose or sentence:gap(i) == " "
  end
  -- Where all marks stand apart, the text was cut into tokens on purpose.
  if not is_loose or sentence[last] == "/" and sentence:gap(last) ~= "" then return end
  local fix = is_begun(sentence, first, last) and sentence:text(first, last):gsub(" ", "") or nil
  report(sentence, first, last, { fix = fix })
end

return rule
