-- expects: arithmetic
return require "_rule" {
    check = function(match, report)
        return "10" + 1
    end,
}
