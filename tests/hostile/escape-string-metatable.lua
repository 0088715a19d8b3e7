-- expects: nil value
return require "_rule" {
    check = function(match, report)
        getmetatable("").__index = {}
    end,
}
