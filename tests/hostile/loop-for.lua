-- expects: time budget
return require "_rule" {
    check = function(match, report)
        for _ = 1, math.huge do end
    end,
}
