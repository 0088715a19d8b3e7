-- expects: a function, not a message
return require "_rule" {
    check = function(match, report)
        error(function() end)
    end,
}
