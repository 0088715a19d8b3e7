-- expects: sentence or block expected
return require "_rule" {
    check = function(match, report)
        report({}, 1, 1)
    end,
}
