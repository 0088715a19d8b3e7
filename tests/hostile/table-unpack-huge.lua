-- expects: too many results
return require "_rule" {
    check = function(match, report)
        return table.unpack({}, 1, 100000000)
    end,
}
