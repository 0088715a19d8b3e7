-- expects: too many steps|time budget
return require "_rule" {
    check = function(match, report)
        ("("):rep(1000000):gsub("%b()", "")
    end,
}
