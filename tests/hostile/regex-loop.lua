-- expects: time budget
return require "_rule" { check = function(match)
    while true do match.sentence:search([[text]]) end
end }
