-- expects: time budget
return require "_rule" {
    check = function(match, report)
        local function f()
            pcall(string.gsub, "xx", "x", f)
            pcall(string.gsub, "xx", "x", f)
        end
        f()
    end,
}
