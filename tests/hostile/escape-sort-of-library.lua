-- expects: expects to end
return require "_rule" {
    check = function(match, report)
        table.sort(table)
        assert(next(string) == nil)
        error "expects to end"
    end,
}
