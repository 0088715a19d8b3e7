-- expects: more than 200 regular expressions
return require "_rule" { check = function(match)
    for i = 1, 10000 do match.sentence:search('x' .. i) end
end }
