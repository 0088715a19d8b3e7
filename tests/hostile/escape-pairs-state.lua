-- expects: expects to end
return require "_rule" {
    check = function(match, report)
        local iterate, state, key = pairs(string)
        assert(state == nil or next(state) == nil)
        assert(iterate(nil, key) ~= nil)
        error "expects to end"
    end,
}
