-- expects: time budget
-- A rule that calls itself with one argument more each time.
return require "_rule" {
    check = function()
        local function call(...)
            return call(1, ...)
        end
        call()
    end,
}
