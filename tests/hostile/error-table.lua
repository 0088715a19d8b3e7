-- expects: a table, not a message
return require "_rule" {
    check = function(match, report)
        error({})
    end,
}
