-- expects: too many steps
return require "_rule" {
    check = function(match, report)
        local pattern = (".*"):rep(20) .. "x"
        return ("a"):rep(200):find(pattern)
    end,
}
