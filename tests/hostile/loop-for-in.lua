-- expects: time budget
return require "_rule" {
    check = function(match, report)
        for _ in function() return 1 end do end
    end,
}
