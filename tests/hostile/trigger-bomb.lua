-- expects: takes more than 4096 steps a word
return require "_rule" { trigger = "(<any>|<word>|<lower>){9} zebra", check = function() end }
