/* Checks that are kept up while a text is edited: finished, they say what a first check says. */
#include "plugins/lsp/check.h"

#include "host_fixture.h"

#include "edit_fixture.h"

/* The rules as they are shipped, twice: one host sees every edit, the other each text as new. */
static cq_host *open_shipped(cq_arena *arena) {
    cq_host *host;
    cq_troubles troubles;
    cq_host_options options = {.library = CQ_STR("lua"), .time_limit = 60000};
    cq_troubles_init(&troubles);
    *CQ_ARRAY_PUSH(arena, &options.rule_folders) = CQ_STR("rules");
    assert_true(cq_host_new(&host, &options, &troubles));
    assert_int_equal(troubles.list.len, 0);
    cq_troubles_release(&troubles);
    return host;
}

static void push_span(cq_buf *out, cq_span at) {
    cq_buf_push_format(out, " %u-%u", at.start, at.end);
}

/* All that a finding says, on a line. */
static void push_finding(cq_buf *out, const cq_finding *finding) {
    cq_buf_push_format(out, "%s %d", finding->rule->id.ptr, finding->level);
    push_span(out, finding->at);
    cq_buf_push_format(out, " %.*s", CQ_FMT(finding->message));
    for (uint32_t i = 0; i < finding->fixes.len; i++) {
        const cq_fix *fix = &finding->fixes.at[i];
        cq_buf_push_format(out, " {%.*s %d", CQ_FMT(fix->title), fix->is_safe);
        for (uint32_t k = 0; k < fix->edits.len; k++) {
            push_span(out, fix->edits.at[k].at);
            cq_buf_push_format(out, "=%.*s", CQ_FMT(fix->edits.at[k].text));
        }
        cq_buf_push(out, '}');
    }
    for (uint32_t i = 0; i < finding->related.len; i++) {
        push_span(out, finding->related.at[i].at);
        cq_buf_push_format(out, ": %.*s", CQ_FMT(finding->related.at[i].message));
    }
    cq_buf_push(out, '\n');
}

static void push_findings(cq_buf *out, const cq_findings *findings) {
    for (uint32_t i = 0; i < findings->list.len; i++) push_finding(out, &findings->list.at[i]);
}

typedef struct checked {
    cq_arena arena;
    cq_host *host, *fresh_host;
    cq_troubles troubles;
    cq_lsp_check check;
    cq_lsp_check_plan plan;
} checked;

static void begin_checked(checked *c, const char *path) {
    cq_arena_init(&c->arena);
    cq_troubles_init(&c->troubles);
    cq_lsp_check_init(&c->check);
    c->host = open_shipped(&c->arena);
    c->fresh_host = open_shipped(&c->arena);
    c->plan = (cq_lsp_check_plan){.host = c->host,
                                  .path = cq_str_of(path),
                                  .options = {.source_language = CQ_STR("es"), .keeps_words = true},
                                  .troubles = &c->troubles};
}

static void end_checked(checked *c) {
    cq_lsp_check_release(&c->check);
    cq_host_free(c->host);
    cq_host_free(c->fresh_host);
    cq_troubles_release(&c->troubles);
    cq_arena_release(&c->arena);
}

static void push_fresh(cq_buf *out, checked *c, cq_str text) {
    cq_doc doc, source;
    cq_findings findings;
    cq_doc_options options = c->plan.options, plain = {0};
    cq_intern *words = cq_host_words(c->fresh_host);
    cq_str original = c->plan.source ? c->plan.source->source.bytes : CQ_STR("");
    options.keeps_words = false;
    cq_findings_init(&findings);
    assert_true(cq_doc_open(&source, words, c->plan.path, original, &plain, NULL));
    cq_host_set_source(c->fresh_host, c->plan.source ? &source : NULL);
    assert_true(cq_doc_open(&doc, words, c->plan.path, text, &options, NULL));
    cq_host_lint(c->fresh_host, &doc, &findings, &c->troubles);
    push_findings(out, &findings);
    cq_findings_release(&findings);
    cq_doc_close(&doc);
    cq_host_set_source(c->fresh_host, NULL);
    cq_doc_close(&source);
}

/* Whether the finished check says what a first one says. */
static bool is_right(checked *c, cq_str text) {
    cq_buf found = {0}, expected = {0};
    assert_true(cq_lsp_check_finish(&c->check, &c->plan, NULL));
    push_findings(&found, &c->check.findings);
    push_fresh(&expected, c, text);
    bool is_same = cq_str_is_equal(cq_buf_get(&found), cq_buf_get(&expected));
    if (!is_same)
        printf("expected:\n%.*s\nfound:\n%.*s\n", (int)expected.len, expected.ptr, (int)found.len,
               found.ptr);
    cq_buf_release(&found);
    cq_buf_release(&expected);
    return is_same;
}

static void update(checked *c, cq_str text) {
    assert_true(cq_lsp_check_update(&c->check, &c->plan, text, (cq_revision_same){0}, NULL));
}

/* Some edits come before a check is finished, as when somebody types. */
static void edit_at_random(const char *path, const char *source_language) {
    checked c;
    edit_fixture f;
    begin_checked(&c, path);
    c.plan.options.source_language = cq_str_of(source_language);
    edit_begin(&f);
    for (int i = 0; i < edit_count(); i++) {
        edit_step(&f);
        assert_true(
            cq_lsp_check_update(&c.check, &c.plan, cq_buf_get(&f.text), edit_same(&f, i), NULL));
        if (roll(&f, 4) && i + 1 < edit_count()) continue;
        if (!is_right(&c, cq_buf_get(&f.text))) {
            edit_print(&f, i, "tests/unit/test_lsp_check");
            fail();
        }
    }
    if (c.troubles.list.len) fail_msg("%s", c.troubles.list.at[0].ptr);
    edit_end(&f);
    end_checked(&c);
}

static void test_markdown(void **state) {
    (void)state;
    edit_at_random("a.md", "es");
}

static void test_plain(void **state) {
    (void)state;
    edit_at_random("a.txt", "es");
}

/* What it was translated from is guessed, and the guess changes with the text. */
static void test_guessed_source(void **state) {
    (void)state;
    edit_at_random("a.md", "");
}

/* The source that a check is made beside. */
typedef struct beside {
    cq_buf text;
    cq_doc doc;
    bool is_open;
} beside;

static void close_beside(checked *c, beside *b) {
    if (b->is_open) cq_doc_close(&b->doc);
    b->is_open = false;
    c->plan.source = NULL;
}

/* From here on the source is this text; where it came or went, the check starts from nothing. */
static void open_beside(checked *c, beside *b, cq_str text, bool is_there) {
    cq_doc_options options = {.keeps_words = true};
    if (b->is_open != is_there) cq_lsp_check_reset(&c->check);
    close_beside(c, b);
    b->text.len = 0;
    cq_buf_push_str(&b->text, text);
    b->is_open = is_there && cq_doc_open(&b->doc, cq_host_words(c->host), c->plan.path,
                                         cq_buf_get(&b->text), &options, NULL);
    if (b->is_open) c->plan.source = &b->doc;
}

/* The source becomes now and then what the text is just then, and goes now and then. */
static void test_beside_source(void **state) {
    (void)state;
    checked c;
    edit_fixture f;
    beside b = {0};
    begin_checked(&c, "a.md");
    edit_begin(&f);
    for (int i = 0; i < edit_count() / 16; i++) {
        if (!roll(&f, 6)) open_beside(&c, &b, cq_buf_get(&f.text), roll(&f, 4));
        edit_step(&f);
        update(&c, cq_buf_get(&f.text));
        if (!is_right(&c, cq_buf_get(&f.text))) {
            edit_print(&f, i, "tests/unit/test_lsp_check");
            fail();
        }
    }
    if (c.troubles.list.len) fail_msg("%s", c.troubles.list.at[0].ptr);
    edit_end(&f);
    close_beside(&c, &b);
    cq_buf_release(&b.text);
    end_checked(&c);
}

/* What a rule said of a paragraph that nobody has touched stays, further on, before the check is finished. */
static void test_update_keeps_findings(void **state) {
    (void)state;
    checked c;
    begin_checked(&c, "a.md");
    update(&c, CQ_STR("One.\n\nTwo.\n\nThe bank is it's own.\n"));
    assert_int_equal(c.check.findings.list.len, 1);
    assert_int_equal(c.check.findings.list.at[0].at.start, 24);
    update(&c, CQ_STR("One by one.\n\nTwo.\n\nThe bank is it's own.\n"));
    assert_false(c.check.is_whole);
    assert_int_equal(c.check.findings.list.len, 1);
    assert_int_equal(c.check.findings.list.at[0].at.start, 31);
    end_checked(&c);
}

/* Counts down; from 0 on the work is to end. */
static bool count_down(void *context) {
    int *left = context;
    return (*left)-- <= 0;
}

/* Wherever it is given up, the next time it says what a first check says. */
static void test_finishing_is_given_up(void **state) {
    (void)state;
    checked c;
    cq_str text =
        CQ_STR("Ana Pérez said \"we agree on the new limits for the whole fleet\" here.\n\n"
               "Then Ana Perez said \"we agree on new limits for the whole fleet\". The bank is "
               "it's own.\n");
    bool is_done = false;
    begin_checked(&c, "a.md");
    update(&c, CQ_STR("One.\n"));
    update(&c, text);
    for (int step = 0; !is_done; step++) {
        int left = step;
        cq_patience patience = {count_down, &left};
        is_done = cq_lsp_check_finish(&c.check, &c.plan, &patience);
        assert_int_equal(is_done, left >= 0);
        assert_int_equal(c.check.is_whole, is_done);
        assert_true(step > 10 || !is_done);
        assert_true(c.check.findings.list.len > 0);
    }
    assert_true(is_right(&c, text));
    assert_int_equal(c.troubles.list.len, 0);
    end_checked(&c);
}

/* Typing leaves no memory behind. */
static void test_memory_is_bounded(void **state) {
    (void)state;
    checked c;
    char text[] = "The harbour was closed, the mayor said. The bank is it's own.\n";
    size_t most = 0;
    begin_checked(&c, "a.md");
    for (int i = 0; i < edit_count(); i++) {
        text[i % 20] = (char)('a' + i % 26);
        update(&c, cq_str_of(text));
        if (i % 8 == 0) assert_true(cq_lsp_check_finish(&c.check, &c.plan, NULL));
        size_t size = c.check.doc.arena.total + c.check.doc.tag_arena.total +
                      c.check.local.arena.total + c.check.wide.arena.total;
        most = size > most ? size : most;
    }
    assert_in_range(most, 1, (size_t)24 << 20);
    end_checked(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_update_keeps_findings),
        cmocka_unit_test(test_finishing_is_given_up),
        cmocka_unit_test(test_memory_is_bounded),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_guessed_source),
        cmocka_unit_test(test_beside_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
