-- expects: too long|stack
return require "_rule" {
    check = function(match, report)
        utf8.codepoint(("x"):rep(10000000), 1, -1)
    end,
}
