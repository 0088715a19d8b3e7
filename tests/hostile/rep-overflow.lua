-- expects: too large
return require "_rule" {
    check = function(match, report)
        return ("x"):rep(math.maxinteger)
    end,
}
