-- expects: has no text
local example = {}
example[1] = example
return require "_rule" { check = error, bad = { example } }
