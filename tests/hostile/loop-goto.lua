-- expects: time budget
return require "_rule" {
    check = function(match, report)
        ::again::
        goto again
    end,
}
