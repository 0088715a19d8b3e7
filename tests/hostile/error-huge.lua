-- expects: xxx
return require "_rule" {
    check = function(match, report)
        error(("x"):rep(50000000))
    end,
}
