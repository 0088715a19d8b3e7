-- expects: attempt to compare
return require "_rule" {
    check = function(match, report)
        local t = {}
        for i = 1, 100 do
            t[i] = i
        end
        table.sort(t, function(a, b)
            for i = 1, 100 do
                t[i] = nil
            end
            return a < b
        end)
    end,
}
