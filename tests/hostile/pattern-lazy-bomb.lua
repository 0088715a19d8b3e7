-- expects: too many steps|time budget
return require "_rule" {
    check = function(match, report)
        local pattern = ("a-"):rep(30) .. "b"
        return ("a"):rep(60):find(pattern)
    end,
}
