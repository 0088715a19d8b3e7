-- expects: the rule takes more than 32 MiB
local word, list = ("x"):rep(1000000), {}
for i = 1, 100000 do list[i] = word end
return require "_rule" { check = error, formerly = list }
