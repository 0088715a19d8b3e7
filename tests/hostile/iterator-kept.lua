-- expects: a document that is closed
local kept
return require "_rule" {
    check = function(match, report)
        if kept then
            kept()
        end
        kept = match.doc:sentences()
    end,
}
