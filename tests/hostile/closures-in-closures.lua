-- expects: time budget|memory
-- A rule that wraps a function in a function in a function and calls them all.
return require "_rule" {
    check = function()
        local function wrap(inner)
            return function()
                return (inner())
            end
        end
        local outer = function() end
        while true do
            outer = wrap(outer)
            pcall(outer)
        end
    end,
}
