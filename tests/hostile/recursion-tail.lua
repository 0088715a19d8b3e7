-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local function f()
            return f()
        end
        f()
    end,
}
