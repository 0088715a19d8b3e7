-- expects: too many steps|time budget
return require "_rule" {
    check = function(match, report)
        local pattern = ("a?"):rep(60) .. ("a"):rep(60)
        return ("a"):rep(60):find("^" .. pattern .. "b")
    end,
}
