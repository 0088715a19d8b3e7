-- expects: non-closable
return require "_rule" {
    check = function(match, report)
        local x <close> = {}
    end,
}
