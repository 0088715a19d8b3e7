-- expects: read-only
return require "_rule" {
    check = function(match, report)
        answer = 42
    end,
}
