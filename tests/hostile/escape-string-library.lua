-- expects: read-only
return require "_rule" {
    check = function(match, report)
        string.find = nil
    end,
}
