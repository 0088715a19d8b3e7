-- expects: a document that is closed
local kept
return require "_rule" {
    check = function(match, report)
        if kept then
            return kept[1]
        end
        kept = match.sentence
    end,
}
