-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local s = ("x"):rep(1000)
        s:gsub(".", function()
            s:gsub(".", function()
                s:gsub(".", "%0")
            end)
        end)
    end,
}
