-- expects: option 'self' is a table
local options = {}
options.self = options
return require "_rule" { check = error, options = options }
