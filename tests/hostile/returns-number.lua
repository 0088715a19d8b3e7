-- expects: returns number
return 1
