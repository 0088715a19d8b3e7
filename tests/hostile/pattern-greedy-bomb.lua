-- expects: too many steps|time budget
return require "_rule" {
    check = function(match, report)
        local pattern = (".*"):rep(20) .. "x"
        return ("a"):rep(200):find(pattern)
    end,
}
