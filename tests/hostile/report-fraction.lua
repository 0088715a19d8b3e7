-- expects: no integer representation
return require "_rule" {
    check = function(match, report)
        report(match.sentence, 1.5)
    end,
}
