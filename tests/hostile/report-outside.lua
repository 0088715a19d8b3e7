-- expects: tokens 1 to 1000000
return require "_rule" {
    check = function(match, report)
        report(match.sentence, 1, 1000000)
    end,
}
