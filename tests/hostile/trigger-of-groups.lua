-- expects: longer than 255 tokens
return require "_rule" { trigger = "((((a{9}){9}){9}){9}){9}", check = function() end }
