return {
    api = 1,
    summary = "the source is still there",
    why = "It was forgotten.",
    level = "error",
    mqm = "untranslated",
    scope = "block",
    pair = true,
    bad = { { "A dog.\n\n<<Un gato.>>", original = "Un perro.\n\nUn gato." } },
    good = { { "A dog.\n\nUn gato.", original = "Un gato." }, "Un gato." },
    check = function(match, report)
        if match.block.source == match.block:text() then report(match.block, 1, #match.block) end
    end,
}
