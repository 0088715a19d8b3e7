/* Tokens: what tests/spec/tokens.md cannot say about all texts. The cases themselves are there. */
#include "text/abbreviation.h"
#include "text/address.h"
#include "text/char_class.h"
#include "text/emoji.h"
#include "text/mark.h"
#include "text/placeholder.h"
#include "text/unicode.h"
#include "text/word.h"

#include "doc_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The tokens of a text as a block of its own, without a document around it. */
typedef struct token_fixture {
    cq_arena arena;
    cq_intern words;
    cq_tokens tokens;
    cq_block block;
} token_fixture;

static void read_tokens(token_fixture *f, cq_str text, const char *language) {
    *f = (token_fixture){.block = {.text = text}};
    cq_arena_init(&f->arena);
    cq_intern_init(&f->words);
    if (text.len > 4096) /* as a document does; in stress builds arrays grow by one */
        CQ_ARRAY_RESERVE(&f->arena, &f->tokens, text.len);
    cq_token_read(&f->tokens, &f->arena, &f->words, &f->block, cq_str_of(language));
}

static void release_tokens(token_fixture *f) {
    cq_arena_release(&f->arena);
    cq_intern_release(&f->words);
}

static bool is_white_space(cq_str text) {
    for (size_t at = 0; at < text.len;) {
        uint32_t length, c = cq_char_at(text, at, &length);
        if (!cq_unicode_has(c, CQ_UNICODE_WHITE_SPACE)) return false;
        at += length;
    }
    return true;
}

/* Every byte that is no white space is in exactly one token; flags say what stands between. */
static void check_cover(const token_fixture *f) {
    size_t at = 0;
    for (uint32_t i = 0; i < f->tokens.len; i++) {
        const cq_token *token = &f->tokens.at[i];
        assert_true(token->start >= at && token->end > token->start);
        cq_str gap = cq_str_slice(f->block.text, at, token->start);
        assert_true(is_white_space(gap));
        assert_int_equal(gap.len > 0, (token->flags & CQ_TOKEN_GAP) != 0);
        assert_true(gap.len > 0 || !(token->flags & CQ_TOKEN_GAP_ODD));
        assert_int_not_equal(token->word, CQ_WORD_NONE);
        assert_false(
            cq_unicode_has(cq_char_at(f->block.text, token->start, NULL), CQ_UNICODE_WHITE_SPACE));
        at = token->end;
    }
    assert_true(at <= f->block.text.len);
    assert_true(is_white_space(cq_str_slice(f->block.text, at, f->block.text.len)));
}

static uint32_t seed = 20260101;

static uint32_t roll(uint32_t sides) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % sides;
}

/* Pieces that begin what the tokenizer looks ahead for. */
/* clang-format off */
static const char *const pieces[] = {
    "a",   "B",    "the", "U.S.", "e.g.", "Mr.", "1",    "23",   ".",   "..",  ",",   ":",   "/",
    "\\",  "@",    "#",   "%",    "%s",   "{",   "{{",   "}}",   "$",   "${",  "'",   "\"",  "’",
    "“",   "”",    "«",   "»",    "„",    "-",   "--",   "—",    "_",   "&",   "+",   "*",   "`",
    "~",   " ",    "  ",  "\n",   "\t",   "\r\n", "\xC2\xA0", "\xE2\x80\xAF", "é", "\xCC\x81",
    "中",  "カ",   "ไ",   "한",   "👍",   "🏽",  "\xE2\x80\x8D", "\xEF\xB8\x8F", "\xE2\x83\xA3",
    "🇩",  "\xC2\xAD", "\xE2\x80\x8B", "\xEF\xBF\xBC", "\x1A", "http://", "www.", ".com", "x@y.de",
    "!",   "?",    "(",   ")",    "[",    "]",   "½",    "²",    "٣",   "。",  "「",  "」",
};
/* clang-format on */

static void check_text(cq_str text, const char *language) {
    token_fixture f;
    read_tokens(&f, text, language);
    check_cover(&f);
    release_tokens(&f);
}

static void any_mixture_is_covered(void **state) {
    (void)state;
    static const char *const languages[] = {"en", "es", "fr", "de", "pt", "it", "xx", ""};
    for (int round = 0; round < 3000; round++) {
        char text[512];
        size_t len = 0, count = roll(30);
        for (size_t i = 0; i < count; i++) {
            const char *piece = pieces[roll(sizeof pieces / sizeof *pieces)];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        /* On the heap and without room behind it, so that the sanitizers see reading too far. */
        char *exact = malloc(len ? len : 1);
        memcpy(exact, text, len);
        check_text((cq_str){exact, len}, languages[roll(8)]);
        free(exact);
    }
}

static void any_bytes_are_covered(void **state) {
    (void)state;
    for (int round = 0; round < 3000; round++) {
        size_t len = roll(64);
        char *bytes = malloc(len ? len : 1);
        for (size_t i = 0; i < len; i++) bytes[i] = (char)(roll(4) ? roll(256) : 0x80 + roll(128));
        check_text((cq_str){bytes, len}, "en");
        free(bytes);
    }
}

static void a_block_counts_from_its_first_token(void **state) {
    (void)state;
    doc_fixture f;
    open_fixture_words(&f);
    open_fixture_doc(&f, "One two.\n\nThree.");
    assert_int_equal(f.doc.blocks.len, 2);
    assert_int_equal(f.doc.blocks.at[0].end_token, 3);
    assert_int_equal(f.doc.blocks.at[1].first_token, 3);
    assert_int_equal(f.doc.blocks.at[1].end_token, 5);
    assert_int_equal(f.doc.tokens.at[3].start, 0);
    close_fixture(&f);
}

static void emphasis_comes_from_the_segments(void **state) {
    (void)state;
    token_fixture f;
    cq_segment segments[] = {{.text_start = 0, .is_verbatim = 1},
                             {.text_start = 4, .is_verbatim = 1, .emphasis = CQ_EMPHASIS_STRONG},
                             {.text_start = 7, .is_verbatim = 1}};
    f = (token_fixture){
        .block = {.text = CQ_STR("one two three"), .segments = segments, .segment_count = 3}};
    cq_arena_init(&f.arena);
    cq_intern_init(&f.words);
    cq_token_read(&f.tokens, &f.arena, &f.words, &f.block, CQ_STR("en"));
    assert_false(f.tokens.at[0].flags & CQ_TOKEN_EMPHASIS);
    assert_true(f.tokens.at[1].flags & CQ_TOKEN_EMPHASIS);
    assert_false(f.tokens.at[2].flags & CQ_TOKEN_EMPHASIS);
    release_tokens(&f);
}

/* Each word of a table is found: it is in order, and short enough. */
static void tables_are_in_order(void **state) {
    (void)state;
    static const char *const known[][2] = {
        {"en", "adm al apr approx apt co drs etc ext messrs no p.s prof sens st vs"},
        {"es", "admón cía d dña ej etc núm pág págs sr vol"},
        {"fr", "adj etc m mm tél vol"},
        {"de", "abb bzw inkl ing usw zzgl"},
        {"pt", "aprox dra núm pág sr vol"},
        {"it", "art ecc sig sigg vol"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const cq_abbreviations *table = cq_abbreviations_of(cq_str_of(known[i][0]));
        char list[128], text[32];
        snprintf(list, sizeof list, "%s", known[i][1]);
        for (char *word = strtok(list, " "); word; word = strtok(NULL, " ")) {
            size_t len = strlen(word);
            bool found = false;
            for (int next = 0; next < 2; next++) { /* before a number or before a name */
                snprintf(text, sizeof text, "%s. %s", word, next ? "Xy" : "5");
                found |= cq_abbreviation_scan(table, cq_str_of(text), 0, len, false) == len + 1;
            }
            if (!found) fail_msg("%s: %s", known[i][0], word);
        }
    }
}

static void subtags_choose_the_table(void **state) {
    (void)state;
    assert_ptr_equal(cq_abbreviations_of(CQ_STR("en-GB")), cq_abbreviations_of(CQ_STR("en")));
    assert_ptr_equal(cq_abbreviations_of(CQ_STR("EN_us")), cq_abbreviations_of(CQ_STR("en")));
    assert_ptr_equal(cq_abbreviations_of(CQ_STR("eng")), cq_abbreviations_of(CQ_STR("xx")));
}

static void marks_are_shaped_by_their_neighbours(void **state) {
    (void)state;
    cq_str text = CQ_STR("a \"b\" c\"d \" (\"e\")");
    assert_int_equal(cq_mark_shape_of(text, 2, 3), CQ_SHAPE_OPENING);
    assert_int_equal(cq_mark_shape_of(text, 4, 5), CQ_SHAPE_CLOSING);
    assert_int_equal(cq_mark_shape_of(text, 7, 8), CQ_SHAPE_GLUED);
    assert_int_equal(cq_mark_shape_of(text, 10, 11), CQ_SHAPE_FREE);
    assert_int_equal(cq_mark_shape_of(text, 13, 14), CQ_SHAPE_OPENING);
    assert_int_equal(cq_mark_shape_of(text, 15, 16), CQ_SHAPE_CLOSING);
}

/* Twice the text may not take much more than twice the time; quadratic readers take four times and,
   at this length, minutes. */
static void long_runs_end(void **state) {
    (void)state;
    static const char *const runs[] = {"a.", "a@",   "a/",       "a_",        "_",    "{",
                                       "{{", "%",    "\"",       "'",         "a.b,", "http://",
                                       "1.", "1/1/", "\xC2\xAD", "a\xC2\xAD", "A. ",  "."};
    size_t room = 1 << 20;
    char *text = malloc(room);
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        size_t len = 0, step = strlen(runs[i]);
        for (; len + step <= room / 4; len += step) memcpy(text + len, runs[i], step);
        check_text((cq_str){text, len}, "en");
    }
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_mixture_is_covered),
        cmocka_unit_test(any_bytes_are_covered),
        cmocka_unit_test(a_block_counts_from_its_first_token),
        cmocka_unit_test(emphasis_comes_from_the_segments),
        cmocka_unit_test(tables_are_in_order),
        cmocka_unit_test(subtags_choose_the_table),
        cmocka_unit_test(marks_are_shaped_by_their_neighbours),
        cmocka_unit_test(long_runs_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
