-- expects: tokens 2 to 1
return require "_rule" {
    check = function(match, report)
        report(match.sentence, 2, 1)
    end,
}
