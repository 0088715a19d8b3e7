-- expects: a document that is closed
local kept, sentence
return require "_rule" {
    check = function(match, report)
        if kept then
            kept(sentence, 1)
        end
        kept, sentence = report, match.sentence
    end,
}
