-- expects: missing closing parenthesis
return require "_rule" { check = function(match)
    match.sentence:search('(')
end }
