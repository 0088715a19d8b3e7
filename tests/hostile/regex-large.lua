-- expects: too large
return require "_rule" { check = function(match)
    match.sentence:search('(?:(?:\\w{200}){200}){200}')
end }
