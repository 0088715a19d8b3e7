-- expects: too many results|stack overflow
return require "_rule" {
    check = function(match, report)
        local t = {}
        for i = 1, 2000000 do
            t[i] = i
        end
        return select("#", table.unpack(t))
    end,
}
