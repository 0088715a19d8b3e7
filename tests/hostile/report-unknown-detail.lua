-- expects: did you mean 'message'
return require "_rule" {
    check = function(match, report)
        report(match.sentence, 1, 1, { mesage = "x" })
    end,
}
