-- expects: time budget
return require "_rule" {
    check = function(match, report)
        while true do
            for _ in match.doc:sentences() do end
        end
    end,
}
