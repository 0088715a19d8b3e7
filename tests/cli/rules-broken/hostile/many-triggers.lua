local triggers = {}
for n = 1, 10 do
  local words = {}
  for i = 1, 200 do words[i] = "w" .. n .. "x" .. i end
  triggers[n] = table.concat(words, "|") .. " " .. table.concat(words, "|")
end
return { api = 1, summary = "many", why = "x", level = "warning", mqm = "style", trigger = triggers, bad = { { "<<w1x1 w1x1>>" } }, good = { "a", "b" },
  check = function(match) end }
