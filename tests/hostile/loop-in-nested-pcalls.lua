-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local function wrap(depth)
            if depth == 0 then
                while true do end
            end
            while true do
                pcall(wrap, depth - 1)
            end
        end
        wrap(150)
    end,
}
