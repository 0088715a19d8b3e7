-- expects: nil value
return require "_rule" {
    check = function(match, report)
        debug.getregistry()
    end,
}
