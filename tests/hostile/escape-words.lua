-- expects: read-only
return require "_rule" {
    check = function(match, report)
        require("calque.words").articles.the = nil
    end,
}
