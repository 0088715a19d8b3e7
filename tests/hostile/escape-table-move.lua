-- expects: nil value
return require "_rule" {
    check = function(match, report)
        table.move({}, 1, 9, 2)
    end,
}
