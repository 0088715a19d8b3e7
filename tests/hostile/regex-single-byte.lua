-- expects: is disabled
return require "_rule" { check = function(match)
    match.sentence:search([[\C]])
end }
