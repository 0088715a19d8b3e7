-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local t = {}
        while true do
            pcall(function()
                while true do
                    t[#t + 1] = { {}, {}, {} }
                end
            end)
        end
    end,
}
