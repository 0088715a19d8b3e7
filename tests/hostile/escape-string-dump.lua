-- expects: nil value
return require "_rule" {
    check = function(match, report)
        string.dump(print or type)
    end,
}
