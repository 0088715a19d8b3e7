-- expects: the rule takes more than 32 MiB
local text, list = "<<x>>" .. ("x"):rep(1000000), {}
for i = 1, 100000 do list[i] = text end
return require "_rule" { check = error, bad = list }
