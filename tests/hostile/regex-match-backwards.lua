-- expects: nothing was found
return require "_rule" { check = function(match)
    assert(match.sentence:search([[(?=(?1))(?(DEFINE)(th\K))]]), "nothing was found")
end }
