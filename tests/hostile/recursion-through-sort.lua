-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local function f(a, b)
            pcall(table.sort, { 1, 2, 3 }, f)
            return f(a, b)
        end
        table.sort({ 1, 2, 3 }, f)
    end,
}
