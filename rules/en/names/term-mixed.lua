local groups, list = {}, {}
for line in require("_terms"):gmatch("[^\n]+") do
  local of = {}
  for term in line:gmatch("[^/]+") do
    term = term:match("^%s*(.-)%s*$")
    if term ~= "" then
      groups[term] = of
      of[#of + 1] = term
      list[#list + 1] = term
    end
  end
end

local rule = {
  api     = 1,
  summary = "one institution under two names",
  why     = [[*Constitutional Tribunal* here and *Constitutional Court* there are two bodies for a reader. The engine chose anew in each
sentence. One name for one thing, the official one where there is one. A hint, because two countries may have one each;
the table is our own, and texts of our corpora have none of its pairs.]],
  level   = "hint",
  vocabulary = true,
  mqm     = "terminology-inconsistent",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  scope   = "document",
  trigger = list,
  message = "Elsewhere in this text the same body has another name.",
  bad = {
    { "The Constitutional Court met. The Constitutional Court voted. The <<Constitutional Tribunal>> went home.",
      fix = "The Constitutional Court met. The Constitutional Court voted. The Constitutional Court went home." },
    { "The Ministry of Foreign Affairs agreed.\n\nThe <<Ministry of External Affairs>> wrote. The Ministry of Foreign Affairs read." },
    { "The Council of Ministers met. The <<Ministerial Council>> left. The Council of Ministers stayed." },
  },
  good = {
    "The Constitutional Court met. The Constitutional Court voted.",
    "The constitutional court met the Constitutional Tribunal of Poland.",
    "The Supreme Court of one and the High Court of another met.",
    "The Supreme Court of India met. The Supreme Court of India sat. The Supreme Tribunal of Brazil did not.",
    "The Central Bank lent. The Central Bank paid. Bank Central Asia did not.",
    "The Foreign Ministry wrote, and so did the Ministry of Defence.",
  },
}

-- "Bank Central Asia", "Council of Security Studies": a part of another name.
local function is_named(sentence, first, last)
  return sentence:case(last + 1) ~= "capitalized" and sentence:case(first) == "capitalized" and sentence:case(last) == "capitalized" and not sentence:quoted(first)
end

-- Of which country or place it is: "the Supreme Court of India".
local function owner_of(place)
  local sentence, last = place[1], place[3]
  return sentence[last + 1] == "of" and sentence:case(last + 2) == "capitalized" and sentence[last + 2] or nil
end

function rule.check(match, report)
  local places, seen = {}, {}
  for sentence, first, last, pattern in match.hits() do
    if is_named(sentence, first, last) then
      local of = groups[pattern]
      places[pattern] = places[pattern] or {}
      table.insert(places[pattern], { sentence, first, last })
      if not seen[of] then
        seen[of] = true
        seen[#seen + 1] = of
      end
    end
  end
  for _, of in ipairs(seen) do
    local usual
    for _, term in ipairs(of) do
      if places[term] and (not usual or #places[term] > #places[usual]) then usual = term end
    end
    for _, term in ipairs(of) do
      if places[term] and term ~= usual then
        local one, other = places[term][1], places[usual][1]
        local name = other[1]:text(other[2], other[3])
        if not owner_of(one) or not owner_of(other) or owner_of(one) == owner_of(other) then
          report(one[1], one[2], one[3], { fix = name, related = { { other[1], other[2], other[3], "named so here" } } })
        end
      end
    end
  end
end

return rule
