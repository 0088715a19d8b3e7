-- expects: nil value
return require "_rule" {
    check = function(match, report)
        _G.answer = 42
    end,
}
