-- expects: nil value
return require "_rule" {
    check = function(match, report)
        rawset(string, "x", 1)
    end,
}
