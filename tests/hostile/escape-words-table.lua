-- expects: read-only
return require "_rule" {
    check = function(match, report)
        table.insert(require("calque.words").articles, "x")
    end,
}
