-- expects: time budget
return require "_rule" {
    check = function(match, report)
        while true do
            for _ in ("a b c"):gmatch("%a") do end
        end
    end,
}
