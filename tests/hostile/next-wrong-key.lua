-- expects: invalid key|not found
return require "_rule" {
    check = function(match, report)
        next({}, 1)
    end,
}
