-- expects: time budget
return require "_rule" {
    check = function(match, report)
        while true do
            pcall(string.rep, "x", 200000000)
        end
    end,
}
