-- expects: sentence or block expected
return require "_rule" {
    check = function(match, report)
        report(match.doc, 1, 1)
    end,
}
