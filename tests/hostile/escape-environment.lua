-- expects: read-only
return require "_rule" {
    check = function(match, report)
        _ENV.answer = 42
    end,
}
