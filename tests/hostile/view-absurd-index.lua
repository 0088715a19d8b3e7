-- expects: expects to end
return require "_rule" {
    check = function(match, report)
        local s = match.sentence
        assert(s[math.maxinteger] == nil and s[math.mininteger] == nil and s[0 / 0] == nil)
        assert(s:text(math.mininteger, math.maxinteger) == s:text())
        assert(s:gap(math.maxinteger) == "" and s:kind(math.mininteger) == nil)
        error "expects to end"
    end,
}
