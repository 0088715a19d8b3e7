-- expects: edits has
return require "_rule" {
    check = function(match, report)
        local edits = {}
        for i = 1, 100000 do
            edits[i] = { 1, 1, "x" }
        end
        report(match.sentence, 1, 1, { edits = edits })
    end,
}
