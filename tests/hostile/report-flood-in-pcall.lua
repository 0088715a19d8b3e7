-- expects: more than 10000 findings|time budget
return require "_rule" {
    check = function(match, report)
        for _ = 1, 1000000 do
            pcall(report, match.sentence, 1)
        end
    end,
}
