-- expects: memory budget
return require "_rule" {
    check = function(match, report)
        local t = {}
        while true do
            t = { t, t, t, t, t, t, t, t }
        end
    end,
}
