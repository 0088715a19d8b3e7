-- expects: more than 10000 findings|time budget
return require "_rule" {
    check = function(match, report)
        for _ = 1, 10000000 do
            report(match.sentence, 1)
        end
    end,
}
