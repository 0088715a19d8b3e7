-- expects: a nil, not a message
return require "_rule" {
    check = function(match, report)
        error(nil)
    end,
}
