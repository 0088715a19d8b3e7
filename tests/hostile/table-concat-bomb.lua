-- expects: memory budget
return require "_rule" {
    check = function(match, report)
        local t = {}
        local s = ("x"):rep(1000000)
        for i = 1, 1000 do
            t[i] = s
        end
        return table.concat(t)
    end,
}
