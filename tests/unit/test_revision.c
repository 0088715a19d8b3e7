/* Revisions: whatever is edited, the document is what opening the text anew would give. */
#include "text/revision.h"

#include "cmocka_first.h"
#include "edit_fixture.h"

static cq_intern words;

static bool same_block(const cq_doc *d, const cq_block *a, const cq_block *b) {
    bool same = a->kind == b->kind && a->depth == b->depth && a->source.start == b->source.start &&
                a->source.end == b->source.end && cq_str_is_equal(a->text, b->text) &&
                cq_str_is_equal(a->language, b->language) && a->segment_count == b->segment_count &&
                a->blank_lines_before == b->blank_lines_before && a->is_cut == b->is_cut &&
                a->is_fresh_start == b->is_fresh_start && a->first_token == b->first_token &&
                a->end_token == b->end_token && a->first_sentence == b->first_sentence &&
                a->end_sentence == b->end_sentence && a->partner == b->partner;
    for (uint32_t i = 0; same && i < a->segment_count; i++)
        same = a->segments[i].source.start == b->segments[i].source.start &&
               a->segments[i].source.end == b->segments[i].source.end &&
               a->segments[i].text_start == b->segments[i].text_start &&
               a->segments[i].is_verbatim == b->segments[i].is_verbatim &&
               a->segments[i].emphasis == b->segments[i].emphasis &&
               a->segments[i].inline_kind == b->segments[i].inline_kind;
    (void)d;
    return same;
}

static bool same_token(const cq_token *a, const cq_token *b) {
    return a->start == b->start && a->end == b->end && a->word == b->word && a->kind == b->kind &&
           a->role == b->role && a->flags == b->flags;
}

static bool same_sentence(const cq_sentence *a, const cq_sentence *b) {
    return a->block == b->block && a->first_token == b->first_token &&
           a->end_token == b->end_token && a->is_terminated == b->is_terminated;
}

static bool same_quotation(const cq_quotation *a, const cq_quotation *b) {
    return a->block == b->block && a->open_token == b->open_token &&
           a->close_token == b->close_token && a->style == b->style && a->depth == b->depth &&
           a->is_continued == b->is_continued;
}

/* The first thing that differs, or NULL. */
static const char *find_difference(const cq_doc *a, const cq_doc *b) {
    static char what[64];
    if (a->blocks.len != b->blocks.len) return "the number of blocks";
    for (uint32_t i = 0; i < a->blocks.len; i++) {
        snprintf(what, sizeof what, "block %u", i);
        if (!same_block(a, &a->blocks.at[i], &b->blocks.at[i])) return what;
    }
    if (a->tokens.len != b->tokens.len) return "the number of tokens";
    for (uint32_t i = 0; i < a->tokens.len; i++) {
        snprintf(what, sizeof what, "token %u", i);
        if (!same_token(&a->tokens.at[i], &b->tokens.at[i])) return what;
    }
    if (a->sentences.len != b->sentences.len) return "the number of sentences";
    for (uint32_t i = 0; i < a->sentences.len; i++)
        if (!same_sentence(&a->sentences.at[i], &b->sentences.at[i])) return "a sentence";
    if (a->quotations.len != b->quotations.len) return "the number of quotations";
    for (uint32_t i = 0; i < a->quotations.len; i++)
        if (!same_quotation(&a->quotations.at[i], &b->quotations.at[i])) return "a quotation";
    return NULL;
}

/* What a revision says to have left alone must be so. */
static const char *find_lie(const cq_revision *r, const cq_doc *doc) {
    if (r->first > r->end || r->end > doc->blocks.len) return "its blocks";
    if (r->bytes.start > r->bytes.end) return "its bytes";
    return NULL;
}

static void open_doc(cq_doc *doc, const char *path, cq_str text) {
    cq_doc_options options = {.keeps_words = true};
    assert_true(cq_doc_open(doc, &words, cq_str_of(path), text, &options, NULL));
}

static void edit_at_random(const char *path) {
    edit_fixture f;
    cq_doc doc, fresh;
    edit_begin(&f);
    open_doc(&doc, path, cq_buf_get(&f.text));
    for (int i = 0; i < edit_count(); i++) {
        cq_revision revision;
        edit_step(&f);
        assert_true(cq_revision_read(&revision, &doc, cq_buf_get(&f.text), edit_same(&f, i), NULL));
        open_doc(&fresh, path, cq_buf_get(&f.text));
        const char *what = find_difference(&doc, &fresh);
        if (!what) what = find_lie(&revision, &doc);
        if (what) {
            edit_print(&f, i, "tests/unit/test_revision");
            fail_msg("%s: %s differs", path, what);
        }
        cq_doc_close(&fresh);
    }
    cq_doc_close(&doc);
    edit_end(&f);
}

static void test_markdown(void **state) {
    (void)state;
    edit_at_random("a.md");
}

static void test_mdx(void **state) {
    (void)state;
    edit_at_random("a.mdx");
}

static void test_plain(void **state) {
    (void)state;
    edit_at_random("a.txt");
}

static void test_html(void **state) {
    (void)state;
    edit_at_random("a.html");
}

/* Blocks of `text` that a revision by `now` reads again. */
static uint32_t count_read(const char *path, const char *text, const char *now) {
    cq_doc doc;
    cq_revision revision;
    open_doc(&doc, path, cq_str_of(text));
    assert_true(cq_revision_read(&revision, &doc, cq_str_of(now), (cq_revision_same){0}, NULL));
    cq_doc_close(&doc);
    return revision.end - revision.first;
}

/* A letter costs its own paragraph and the one before, whose quotations might go on. */
static void test_little_is_read(void **state) {
    (void)state;
    static const char text[] = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n";
    static const char now[] = "One.\n\nTwo.\n\nThree.\n\nFouur.\n\nFive.\n\nSix.\n";
    assert_in_range(count_read("a.md", text, now), 1, 2);
    assert_in_range(count_read("a.txt", text, now), 1, 2);
    assert_in_range(
        count_read("a.html", "<p>One.<p>Two.<p>Three.<p>Four.", "<p>One.<p>Two!<p>Three.<p>Four."),
        1, 2);
}

/* A fence that opens takes all that follows. */
static void test_much_is_read(void **state) {
    (void)state;
    cq_doc doc;
    cq_revision revision;
    cq_str now = CQ_STR("One.\n\n```\n\nTwo.\n\nThree.\n");
    open_doc(&doc, "a.md", CQ_STR("One.\n\n\n\nTwo.\n\nThree.\n"));
    assert_true(cq_revision_read(&revision, &doc, now, (cq_revision_same){0}, NULL));
    assert_int_equal(doc.blocks.len, 1);
    cq_doc_close(&doc);
}

static int open_words(void **state) {
    (void)state;
    cq_intern_init(&words);
    return 0;
}

static int close_words(void **state) {
    (void)state;
    cq_intern_release(&words);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_little_is_read),
        cmocka_unit_test(test_much_is_read),
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_mdx),
        cmocka_unit_test(test_html),
    };
    return cmocka_run_group_tests(tests, open_words, close_words);
}
