-- expects: not UTF-8
return require "_rule" {
    check = function(match, report)
        report(match.sentence, 1, 1, { fix = "\255" })
    end,
}
