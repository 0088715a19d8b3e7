-- expects: attempt to call a nil value
-- A rule that gives itself another environment, after it tried to take the libraries apart.
return require "_rule" {
    check = function(match)
        for _, library in ipairs { string, table, math, utf8 } do
            pcall(function() library.len = nil end)
            pcall(table.insert, library, 1)
            pcall(table.sort, library)
        end
        _ENV = { match = match }
        pcall(error)
    end,
}
