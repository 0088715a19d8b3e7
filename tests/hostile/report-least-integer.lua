-- expects: tokens -9223372036854775808
return require "_rule" {
    check = function(match, report)
        report(match.sentence, math.mininteger, math.maxinteger)
    end,
}
