-- expects: time budget
return require "_rule" {
    check = function(match, report)
        while true do
            pcall(pcall, pcall, error)
        end
    end,
}
