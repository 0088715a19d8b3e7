-- expects: time budget
return require "_rule" {
    check = function(match, report)
        while true do
            pcall(error, {})
        end
    end,
}
