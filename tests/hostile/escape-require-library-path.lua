-- expects: no module
return require "_rule" {
    check = function(match, report)
        require "calque.../words"
    end,
}
