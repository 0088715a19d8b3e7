-- expects: time budget
while true do end
return require "_rule" {}
