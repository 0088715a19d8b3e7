return {
    api = 1,
    summary = "a term of the glossary",
    why = "It says what is to be written.",
    level = "warning",
    mqm = "wrong-term",
    scope = "document",
    bad = { { "The <<sluice>> is shut.", glossary = "target,avoid\nlock,sluice" } },
    good = { "The sluice is shut.", { "The lock is shut.", glossary = "target,avoid\nlock,sluice" } },
    check = function(match, report)
        for sentence, first, last, term in match.doc:terms() do
            report(sentence, first, last, term)
        end
    end,
}
