-- Tables of phrases with inflected words. A line is "pattern => meaning" or "pattern = what stands for it"; in a
-- pattern ~word is the verb in all its forms and +word the noun in both numbers.
local words = require "calque.words"

local irregular = {
  be = "be|is|are|was|were|been|being|am", have = "have|has|had|having", ["do"] = "do|does|did|done|doing",
  give = "give|gives|gave|given|giving", put = "put|puts|putting", bring = "bring|brings|brought|bringing",
  take = "take|takes|took|taken|taking", meet = "meet|meets|met|meeting", stand = "stand|stands|stood|standing",
  make = "make|makes|made|making", hold = "hold|holds|held|holding", go = "go|goes|went|gone|going",
  come = "come|comes|came|coming", become = "become|becomes|became|becoming", bet = "bet|bets|betting",
  overtake = "overtake|overtakes|overtook|overtaken|overtaking", spend = "spend|spends|spent|spending",
  speak = "speak|speaks|spoke|spoken|speaking", see = "see|sees|saw|seen|seeing", say = "say|says|said|saying",
  write = "write|writes|wrote|written|writing", break_ = "break|breaks|broke|broken|breaking",
  lead = "lead|leads|led|leading", lie = "lie|lies|lay|lain|lying", set = "set|sets|setting", let = "let|lets|letting",
  draw = "draw|draws|drew|drawn|drawing", fall = "fall|falls|fell|fallen|falling", lose = "lose|loses|lost|losing",
  know = "know|knows|knew|known|knowing", find = "find|finds|found|finding", feel = "feel|feels|felt|feeling",
  leave = "leave|leaves|left|leaving", play = "play|plays|played|playing", open = "open|opens|opened|opening",
  suffer = "suffer|suffers|suffered|suffering", count = "count|counts|counted|counting", arrive = "arrive|arrives|arrived|arriving",
  evoke = "evoke|evokes|evoked|evoking", visit = "visit|visits|visited|visiting", assist = "assist|assists|assisted|assisting",
}

local doubling = words.set "put set get let bet stop plan admit commit"

local function inflect_verb(verb)
  if irregular[verb] then return irregular[verb] end
  local stem = verb:match("^(.*)e$")
  if stem then return table.concat({ verb, verb .. "s", verb .. "d", stem .. "ing" }, "|") end
  stem = verb:match("^(.*[^aeiou])y$")
  if stem then return table.concat({ verb, stem .. "ies", stem .. "ied", verb .. "ing" }, "|") end
  stem = doubling[verb] and verb .. verb:sub(-1) or verb
  local third = verb:find("[sxz]$") and "es" or verb:find("[cs]h$") and "es" or "s"
  return table.concat({ verb, verb .. third, stem .. "ed", stem .. "ing" }, "|")
end

local function inflect_noun(noun)
  local stem = noun:match("^(.*[^aeiou])y$")
  if stem then return noun .. "|" .. stem .. "ies" end
  return noun .. "|" .. noun .. ((noun:find("[sx]$") or noun:find("[cs]h$")) and "es" or "s")
end

local function expand(pattern)
  return (pattern:gsub("~([%a-]+)", inflect_verb):gsub("%+([%a-]+)", inflect_noun))
end

local inflect = {}

---What a table says: pattern -> { meaning, fix = replacement or nil }.
function inflect.read(text)
  local entries = {}
  for line in text:gmatch("[^\n]+") do
    -- Searched for as it is: a pattern with lazy parts would cost more than all else that is loaded.
    local at = line:find(" =", 1, true)
    if at then
      local is_meaning = line:sub(at + 2, at + 2) == ">"
      local meaning = line:sub(at + (is_meaning and 4 or 3))
      entries[expand(line:sub(1, at - 1):match("%S.*"))] = { meaning = meaning, fix = not is_meaning and meaning or nil }
    end
  end
  return entries
end

return inflect
