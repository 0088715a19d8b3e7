-- expects: search is for rules with a trigger
local rule = require "_rule" { check = function(match)
    match.sentence:search("text")
end }
rule.trigger = nil
return rule
