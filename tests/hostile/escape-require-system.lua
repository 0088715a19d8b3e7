-- expects: no module
return require "_rule" {
    check = function(match, report)
        require "io"
    end,
}
