-- expects: time budget
return require "_rule" {
    check = function(match, report)
        while true do
            pcall(function()
                while true do end
            end)
        end
    end,
}
