-- expects: pattern too long
return require "_rule" {
    check = function(match, report)
        ("x"):find(("[a]"):rep(1000))
    end,
}
