-- expects: 16 MiB|time budget
return require "_rule" {
    check = function(match, report)
        local message = ("x"):rep(60000)
        for _ = 1, 10000 do
            report(match.sentence, 1, 1, message)
        end
    end,
}
