-- expects: time budget
-- A rule that searches for ever, and each search gives up and is asked again.
return require "_rule" {
    check = function(match)
        local sentence = match.sentence
        while true do
            pcall(sentence.search, sentence, "(a|aa)+$", 1)
        end
    end,
}
