-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local s = ("x"):rep(1000000)
        while true do
            s:gsub(".", tostring)
        end
    end,
}
