-- expects: invalid conversion
return require "_rule" {
    check = function(match, report)
        string.format("%p", {})
    end,
}
