-- expects: parentheses are too deeply nested
return require "_rule" { check = function(match)
    match.sentence:search(('('):rep(400) .. (')'):rep(400))
end }
