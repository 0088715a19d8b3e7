-- expects: out of range
return require "_rule" {
    check = function(match, report)
        string.char(256)
    end,
}
