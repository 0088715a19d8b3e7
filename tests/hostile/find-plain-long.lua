-- expects: time budget
-- A rule that looks for half a million letters in a million.
return require "_rule" {
    check = function()
        local text, part = string.rep("a", 1000000), string.rep("a", 500000) .. "b"
        while true do
            text:find(part, 1, true)
        end
    end,
}
