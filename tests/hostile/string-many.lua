-- expects: memory budget
return require "_rule" {
    check = function(match, report)
        local t = {}
        for i = 1, math.huge do
            t[i] = ("x"):rep(10000) .. i
        end
    end,
}
