-- expects: memory budget
return require "_rule" {
    check = function(match, report)
        local f = function() end
        while true do
            local g = f
            f = function()
                return g
            end
        end
    end,
}
