-- expects: keeps too much|memory budget
local kept = {}
return require "_rule" {
    check = function(match, report)
        for i = 1, 60 do
            kept[#kept + 1] = ("x"):rep(3000000) .. i
        end
    end,
}
