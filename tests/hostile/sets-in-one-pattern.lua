-- expects: its words are more than 1 MiB
local words = {}
for i = 1, 20000 do words[i] = "word" .. i end
return require "_rule" { check = error, sets = { words = words }, trigger = ("@words "):rep(50) }
