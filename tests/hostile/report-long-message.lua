-- expects: longer than|time budget
return require "_rule" {
    check = function(match, report)
        report(match.sentence, 1, 1, ("x"):rep(100000000))
    end,
}
