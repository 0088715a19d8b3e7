-- A rule around a hostile check: what all of these files have in common.
return function(fields)
    local rule = {
        api = 1,
        summary = "a hostile rule",
        why = "to see that it is stopped",
        level = "error",
        mqm = "grammar",
        trigger = "hostile",
        bad = { "<<x>>" },
        good = { "x" },
    }
    for name, value in pairs(fields) do
        rule[name] = value
    end
    return rule
end
