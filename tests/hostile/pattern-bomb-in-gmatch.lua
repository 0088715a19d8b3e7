-- expects: too many steps|time budget
return require "_rule" {
    check = function(match, report)
        for _ in ("a"):rep(200):gmatch((".-"):rep(30) .. "x") do end
    end,
}
