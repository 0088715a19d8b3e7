-- expects: too many steps|time budget
return require "_rule" {
    check = function(match, report)
        ("a"):rep(200):gsub((".*"):rep(30) .. "x", "")
    end,
}
