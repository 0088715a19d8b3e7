-- expects: tokens -5 to 1
return require "_rule" {
    check = function(match, report)
        report(match.sentence, -5, 1)
    end,
}
