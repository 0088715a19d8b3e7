-- expects: invalid value
return require "_rule" {
    check = function(match, report)
        return table.concat({}, "", 1, math.maxinteger)
    end,
}
