-- expects: a sentence has no field 'foo'
return require "_rule" {
    check = function(match, report)
        return match.sentence.foo
    end,
}
