-- expects: too many steps|time budget
return require "_rule" {
    check = function(match, report)
        ("a"):rep(1000000):find("(a*)%1b")
    end,
}
