-- expects: time budget
return require "_rule" { check = function(match)
    while true do pcall(match.sentence.search, match.sentence, [[(\w+\s?)+!]]) end
end }
