-- expects: time budget
return require "_rule" {
    check = function(match, report)
        table.sort({ 3, 2, 1 }, function()
            while true do end
        end)
    end,
}
