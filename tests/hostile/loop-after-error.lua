-- expects: time budget
return require "_rule" {
    check = function(match, report)
        pcall(error, "first")
        repeat until false
    end,
}
