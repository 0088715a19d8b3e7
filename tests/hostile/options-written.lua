-- expects: the end was reached
-- A rule that writes into its options and into the match.
return require "_rule" {
    options = { most = 1 },
    check = function(match, _, options)
        pcall(function() options.most = 99 end)
        pcall(function() match.doc.path = "x" end)
        error "the end was reached"
    end,
}
