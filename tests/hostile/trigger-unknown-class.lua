-- expects: no token class
return require "_rule" { check = error, trigger = "<nothing>" }
