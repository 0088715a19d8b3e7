-- expects: attempt to
return require "_rule" {
    check = function(match, report)
        ("x").find = nil
    end,
}
