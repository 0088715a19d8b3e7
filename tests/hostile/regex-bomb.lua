-- expects: takes more than 200000 steps
return require "_rule" { check = function(match)
    match.sentence:search([[(\w+\s?)+$]])
end }
