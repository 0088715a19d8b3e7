-- expects: nil value
return require "_rule" {
    check = function(match, report)
        package.loadlib("x", "*")
    end,
}
