/* Sentences: what holds for all texts. The cases are in tests/spec/sentences.md. */
#include "doc_fixture.h"

#include <string.h>

/* A block's sentences cover its tokens without overlap, and the flags mark their ends. */
static void check_blocks(const cq_doc *doc) {
    uint32_t sentence = 0;
    for (uint32_t b = 0; b < doc->blocks.len; b++) {
        const cq_block *block = &doc->blocks.at[b];
        assert_int_equal(block->first_sentence, sentence);
        uint32_t token = block->first_token;
        for (; sentence < block->end_sentence; sentence++) {
            const cq_sentence *s = &doc->sentences.at[sentence];
            assert_int_equal(s->block, b);
            assert_int_equal(s->first_token, token);
            assert_true(s->end_token > token);
            assert_true(doc->tokens.at[token].flags & CQ_TOKEN_SENTENCE_FIRST);
            assert_true(doc->tokens.at[s->end_token - 1].flags & CQ_TOKEN_SENTENCE_LAST);
            token = s->end_token;
        }
        assert_int_equal(token, block->end_token);
    }
    assert_int_equal(sentence, doc->sentences.len);
}

static uint32_t seed = 20260102;

static uint32_t roll(uint32_t sides) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % sides;
}

static void any_text_is_covered(void **state) {
    (void)state;
    static const char *const pieces[] = {
        "word ", "Word ", "U.S. ", "Mr. ", "e.g. ", "5",    "3. ", ". ",   ".", "! ",
        "?",     "… ",    "...",   "\"",   "” ",    "“",    " »",  ") ",   "(", "[1]",
        ", ",    "— ",    "。",    "\n\n", "- ",    "No. ", "A. ", "p.m. "};
    for (int round = 0; round < 2000; round++) {
        char text[512] = "";
        for (uint32_t i = roll(40); i > 0; i--)
            strcat(text, pieces[roll(sizeof pieces / sizeof *pieces)]);
        doc_fixture f;
        open_fixture_words(&f);
        open_fixture_doc(&f, text);
        check_blocks(&f.doc);
        close_fixture(&f);
    }
}

static void only_a_stop_terminates(void **state) {
    (void)state;
    doc_fixture f;
    open_fixture_words(&f);
    open_fixture_doc(&f, "It rained. (So it did!)\n\nA heading\n\nHe lives in the U.S.");
    assert_int_equal(f.doc.sentences.len, 4);
    assert_true(f.doc.sentences.at[0].is_terminated);
    assert_true(f.doc.sentences.at[1].is_terminated);
    assert_false(f.doc.sentences.at[2].is_terminated);
    assert_true(f.doc.sentences.at[3].is_terminated);
    close_fixture(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_text_is_covered),
        cmocka_unit_test(only_a_stop_terminates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
