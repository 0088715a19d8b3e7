/* Quotations: what holds for all texts. The cases are in tests/spec/quotes.md. */
#include "doc_fixture.h"

#include <string.h>

static bool has_mark(const cq_doc *doc, const cq_block *block, uint32_t token, cq_quote_role role) {
    return token >= block->first_token && token < block->end_token &&
           doc->tokens.at[token].kind == CQ_TOKEN_QUOTE && doc->tokens.at[token].role == role;
}

static uint32_t first_mark(const cq_quotation *quotation) {
    return quotation->open_token != CQ_NO_TOKEN ? quotation->open_token : quotation->close_token;
}

static void check_quotation(const cq_doc *doc, const cq_quotation *q) {
    const cq_block *block = &doc->blocks.at[q->block];
    bool has_open = q->open_token != CQ_NO_TOKEN, has_close = q->close_token != CQ_NO_TOKEN;
    assert_true(has_open || has_close);
    assert_true(!has_open || has_mark(doc, block, q->open_token, CQ_QUOTE_OPEN));
    assert_true(!has_close || has_mark(doc, block, q->close_token, CQ_QUOTE_CLOSE));
    assert_true(!has_open || !has_close || q->open_token < q->close_token);
    assert_true(!q->is_continued || !has_open || !has_close);
    assert_true(q->depth >= 1);
}

/* Every mark that opens or closes belongs to exactly one quotation; pairs are nested or apart. */
static void check_quotations(const cq_doc *doc) {
    uint32_t marks = 0, used = 0;
    for (uint32_t i = 0; i < doc->tokens.len; i++)
        marks +=
            doc->tokens.at[i].role == CQ_QUOTE_OPEN || doc->tokens.at[i].role == CQ_QUOTE_CLOSE;
    for (uint32_t i = 0; i < doc->quotations.len; i++) {
        const cq_quotation *q = &doc->quotations.at[i];
        check_quotation(doc, q);
        used += (q->open_token != CQ_NO_TOKEN) + (q->close_token != CQ_NO_TOKEN);
        if (i > 0) assert_true(first_mark(q) > first_mark(q - 1));
        for (uint32_t j = 0; j < i; j++) {
            const cq_quotation *o = &doc->quotations.at[j];
            if (o->open_token == CQ_NO_TOKEN || o->close_token == CQ_NO_TOKEN ||
                q->open_token == CQ_NO_TOKEN || q->close_token == CQ_NO_TOKEN)
                continue;
            assert_true(q->open_token > o->close_token || q->close_token < o->close_token);
        }
    }
    assert_int_equal(marks, used);
}

static uint32_t seed = 20260103;

static uint32_t roll(uint32_t sides) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % sides;
}

static void any_marks_make_sound_quotations(void **state) {
    (void)state;
    static const char *const pieces[] = {"\"", "'",  "“",  "”",    "‘",  "’",  "„",  "‚",
                                         "«",  "»",  "‹",  "›",    "「", "」", "『", "』",
                                         "''", "``", "′",  "word", "s",  "5",  " ",  " ",
                                         " ",  ", ", ". ", "(",    ")",  "—",  "n",  "\n\n"};
    for (int round = 0; round < 3000; round++) {
        char text[512] = "";
        for (uint32_t i = roll(50); i > 0; i--)
            strcat(text, pieces[roll(sizeof pieces / sizeof *pieces)]);
        doc_fixture f;
        open_fixture_words(&f);
        open_fixture_doc(&f, text);
        check_quotations(&f.doc);
        close_fixture(&f);
    }
}

static void deep_nesting_stays_linear_and_sound(void **state) {
    (void)state;
    static char text[1 << 12];
    for (size_t i = 0; i + 4 < sizeof text; i += 4)
        memcpy(text + i, i < sizeof text / 2 ? " “" : "” ", 4);
    doc_fixture f;
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    for (uint32_t i = 0; i < f.doc.quotations.len; i++)
        check_quotation(&f.doc, &f.doc.quotations.at[i]);
    close_fixture(&f);
}

static void tokens_between_marks_are_quoted(void **state) {
    (void)state;
    doc_fixture f;
    open_fixture_words(&f);
    open_fixture_doc(&f, "He said: \"It rains.\n\nIt pours.\" She slept.");
    uint32_t quoted = 0;
    for (uint32_t i = 0; i < f.doc.tokens.len; i++)
        quoted += (f.doc.tokens.at[i].flags & CQ_TOKEN_QUOTED) != 0;
    assert_int_equal(quoted, 6); /* It rains . It pours . */
    close_fixture(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_marks_make_sound_quotations),
        cmocka_unit_test(deep_nesting_stays_linear_and_sound),
        cmocka_unit_test(tokens_between_marks_are_quoted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
