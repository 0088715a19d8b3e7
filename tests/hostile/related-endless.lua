-- expects: time budget|memory
-- A rule that names the same million places again and again.
return require "_rule" {
    check = function(match, report)
        local places = {}
        for i = 1, 1000000 do
            places[i] = { match.sentence, 1, 1, "here" }
        end
        while true do
            report(match.sentence, 1, 1, { related = places })
        end
    end,
}
