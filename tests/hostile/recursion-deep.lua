-- expects: stack overflow
return require "_rule" {
    check = function(match, report)
        local function f()
            return 1 + f()
        end
        f()
    end,
}
