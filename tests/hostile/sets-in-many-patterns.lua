-- expects: the rule takes more than 32 MiB
local words, patterns = {}, {}
for i = 1, 20000 do words[i] = "word" .. i end
for i = 1, 1000 do patterns[i] = "@words " .. i end
return require "_rule" { check = error, sets = { words = words }, trigger = patterns }
