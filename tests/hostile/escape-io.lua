-- expects: nil value
return require "_rule" {
    check = function(match, report)
        io.open("/etc/passwd")
    end,
}
