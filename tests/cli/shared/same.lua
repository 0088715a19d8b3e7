-- A block that says what its source says.
return {
    api = 1,
    summary = "the source is still there",
    why = "It was forgotten.",
    level = "error",
    mqm = "untranslated",
    scope = "block",
    bad = { { "A dog.\n\n<<Un gato.>>", original = "Un perro.\n\nUn gato.", fix = "A dog.\n\n(to translate)" } },
    good = { { "A dog.\n\nUn gato.", original = "Un gato." }, "Un gato." },
    check = function(match, report)
        if match.block.source ~= match.block:text() then return end
        report(match.block, 1, #match.block, { fix = "(to translate)", safe = true })
    end,
}
