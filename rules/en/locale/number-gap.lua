local rule = {
  api     = 1,
  summary = "a space inside a time of day or a score",
  why     = [[Engines take the colon between two numbers for the one that ends a clause: *at 14: 00*, *won 3: 1*.]],
  level   = "warning",
  mqm     = "time-format",
  measured = "30 in raw MT articles, 2 in human references; 1 of 3 changed by post-editors; 14 of 43 touch a rater's error span; none in clean English; read: 22 of 22 right in raw MT articles",
  trigger = "<number> <glued>&: <spaced>&<number>",
  message = "No space in a time or a score.",
  bad = {
    { "It begins at <<14: 00>> in the hall.", fix = "It begins at 14:00 in the hall." },
    { "They won <<3: 1>> (<<2: 0>>) in May.", fix = "They won 3:1 (2:0) in May." },
    { "The mill turns from <<5: 30>> to <<21: 15>>.", fix = "The mill turns from 5:30 to 21:15." },
  },
  good = {
    "It begins at 14:00 in the hall.",
    "Table 2: 10 houses and 12 barns.",
    "Read Mark 3: 12 aloud.",
    "In 2019: 12 of them.",
    "Of these were 7: 3 women and 4 men.",
  },
}

local before_time = { at = true, from = true, to = true, ["until"] = true, till = true, by = true, since = true, around = true,
  about = true, before = true, after = true, of = true, ["and"] = true, ["-"] = true, ["–"] = true }

local before_score = { won = true, win = true, wins = true, lost = true, lose = true, beat = true, drew = true, led = true,
  score = true, result = true, victory = true, defeat = true, draw = true, by = true, with = true, at = true, a = true, the = true,
  ["("] = true }

local function is_time(hour, minute)
  return #minute == 2 and tonumber(hour) <= 24 and tonumber(minute) < 60
end

-- "3: 1 (2: 0)" is one score behind another; in "7: 3 women" the second number counts something.
local function ends_score(sentence, i)
  local after = sentence[i + 1]
  return after == "(" or after == ")" or after == "," or after == "." or after == nil or after == "in" or after == "at"
    or after == "against" or after == "over" or after == "victory" or after == "win" or after == "draw" or after == "defeat"
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local left, right, before = sentence[first], sentence[last], sentence[first - 1]
  if not left:find("^%d%d?$") or not right:find("^%d%d?$") or sentence:gap(last) ~= " " then return end
  local is_score = #right < 3 and before_score[before] and ends_score(sentence, last)
  if not is_score and not (is_time(left, right) and before_time[before]) then return end
  report(sentence, first, last, { fix = left .. ":" .. right })
end

return rule
