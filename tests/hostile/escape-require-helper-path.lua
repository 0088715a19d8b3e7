-- expects: no module
return require "_rule" {
    check = function(match, report)
        require "_../x"
    end,
}
