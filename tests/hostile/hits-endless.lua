-- expects: time budget
-- A rule that asks for the hits again and again.
return require "_rule" {
    scope = "document",
    check = function(match)
        while true do
            for sentence in match.hits() do
                sentence:text(1, 1)
            end
        end
    end,
}
