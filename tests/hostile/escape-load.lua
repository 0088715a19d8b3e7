-- expects: nil value
return require "_rule" {
    check = function(match, report)
        load("return 1")
    end,
}
