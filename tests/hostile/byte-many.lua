-- expects: too long|stack
return require "_rule" {
    check = function(match, report)
        ("x"):rep(10000000):byte(1, -1)
    end,
}
