-- expects: block expected
return require "_rule" {
    check = function(match, report)
        match.block = match.sentence
        local sentences = match.sentence.block.sentences
        sentences(match.sentence)
    end,
}
