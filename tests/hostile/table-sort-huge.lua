-- expects: list too long|time budget|attempt to compare
return require "_rule" {
    check = function(match, report)
        local t = {}
        for i = 62, 0, -1 do
            t[1 << i] = true
        end
        table.sort(t)
    end,
}
