-- expects: bad argument
return require "_rule" {
    check = function(match, report)
        string.format(("%s"):rep(300))
    end,
}
