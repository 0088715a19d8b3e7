-- expects: time budget
return require "_rule" {
    check = function(match, report)
        repeat
            local x = 1
        until x == 2
    end,
}
