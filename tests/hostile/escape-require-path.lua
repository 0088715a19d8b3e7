-- expects: no module
return require "_rule" {
    check = function(match, report)
        require "../../../etc/passwd"
    end,
}
