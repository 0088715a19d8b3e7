-- expects: time budget
-- A rule that reads what is known of the document again and again.
return require "_rule" {
    scope = "document",
    check = function(match)
        while true do
            for _ in match.doc:terms() do end
            for _ in match.doc:variants() do end
        end
    end,
}
