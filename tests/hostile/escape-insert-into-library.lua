-- expects: read-only
return require "_rule" {
    check = function(match, report)
        table.insert(string, "x")
    end,
}
