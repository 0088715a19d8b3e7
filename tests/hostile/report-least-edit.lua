-- expects: before token -9223372036854775808
return require "_rule" {
    check = function(match, report)
        report(match.sentence, 1, 1, { edits = { { math.mininteger, math.maxinteger, "x" } } })
    end,
}
