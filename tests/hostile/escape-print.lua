-- expects: nil value
return require "_rule" {
    check = function(match, report)
        print("x")
    end,
}
