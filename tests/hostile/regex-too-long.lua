-- expects: pattern string is longer|too long
return require "_rule" { check = function(match)
    match.sentence:search(('a'):rep(2000))
end }
