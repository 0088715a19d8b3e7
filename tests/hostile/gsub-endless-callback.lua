-- expects: time budget
return require "_rule" {
    check = function(match, report)
        ("text"):gsub(".", function()
            while true do end
        end)
    end,
}
