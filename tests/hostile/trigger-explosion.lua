-- expects: 65,?536 phrases
return require "_rule" { check = error, trigger = ("a|b|c|d "):rep(20) }
