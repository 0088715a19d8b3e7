-- expects: time budget
-- A rule that makes numbers of a million digits.
return require "_rule" {
    check = function()
        local digits = string.rep("z", 1000000)
        while true do
            tonumber(digits, 36)
        end
    end,
}
