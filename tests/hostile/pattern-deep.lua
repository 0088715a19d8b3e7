-- expects: too many captures
return require "_rule" {
    check = function(match, report)
        ("x"):find(("("):rep(100000))
    end,
}
