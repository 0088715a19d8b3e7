-- expects: invalid conversion
return require "_rule" {
    check = function(match, report)
        string.format("%99999d", 1)
    end,
}
