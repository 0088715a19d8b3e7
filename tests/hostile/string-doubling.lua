-- expects: memory budget
return require "_rule" {
    check = function(match, report)
        local s = "x"
        while true do
            s = s .. s
        end
    end,
}
