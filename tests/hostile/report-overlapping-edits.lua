-- expects: overlap
return require "_rule" {
    check = function(match, report)
        report(match.sentence, 1, 1, { edits = { { 1, 2, "x" }, { 2, 3, "y" } } })
    end,
}
