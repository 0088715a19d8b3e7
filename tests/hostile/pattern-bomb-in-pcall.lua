-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local pattern = (".-"):rep(40) .. "x"
        local s = ("a"):rep(1000)
        while true do
            pcall(string.find, s, pattern)
        end
    end,
}
