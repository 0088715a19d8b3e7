-- expects: a [ ]+b
return require "_rule" {
    check = function(match, report)
        error("a\1\27b", 0)
    end,
}
