-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local t = { 1 }
        while true do
            next(t)
        end
    end,
}
