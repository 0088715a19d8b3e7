-- expects: too large|memory budget
return require "_rule" {
    check = function(match, report)
        return ("x"):rep(1000000000)
    end,
}
