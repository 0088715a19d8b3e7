-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local t = {}
        for i = 1, 1000000 do
            t[i] = "x"
        end
        while true do
            table.sort(t, math.type)
        end
    end,
}
