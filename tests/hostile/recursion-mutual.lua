-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local f, g
        function f()
            pcall(g)
            pcall(g)
        end
        function g()
            pcall(f)
            pcall(f)
        end
        f()
    end,
}
