-- expects: time budget
return require "_rule" {
    check = function(match, report)
        while true do
            string.format("%s %d %q", "x", 1, "y")
        end
    end,
}
