-- expects: read-only
return require "_rule" {
    check = function(match, report)
        match.sentence[1] = "x"
    end,
}
