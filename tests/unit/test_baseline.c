/* Baselines: what is known again. Every "bad" in a text is found. */
#include "check/baseline.h"

#include "cmocka_first.h"

#include <stdio.h>

static const cq_rule rule = {.id = {"en/bad", 6}};

typedef struct text {
    cq_arena arena;
    cq_source source;
    cq_findings findings;
} text;

static void open_text(text *t, const char *bytes) {
    cq_arena_init(&t->arena);
    cq_findings_init(&t->findings);
    assert_true(cq_source_init(&t->source, &t->arena, CQ_STR("a.txt"), cq_str_of(bytes), NULL));
    for (const char *at = bytes; (at = strstr(at, "bad")); at += 3) {
        cq_finding *finding = cq_findings_push(&t->findings);
        finding->rule = &rule;
        finding->at = (cq_span){(uint32_t)(at - bytes), (uint32_t)(at - bytes) + 3};
    }
}

static void close_text(text *t) {
    cq_findings_release(&t->findings);
    cq_arena_release(&t->arena);
}

/* "new 1, stale 0": the findings of `now` with a baseline of `before`, which goes through JSON. */
static const char *compare(const char *before, const char *now) {
    static char out[64];
    text t;
    cq_baseline written, read;
    cq_baseline_file file;
    cq_buf json = {0};
    cq_err err;
    uint32_t stale = 0;
    open_text(&t, before);
    cq_baseline_init(&written);
    cq_baseline_collect(&file, &t.arena, CQ_STR("a.txt"), &t.source, &t.findings);
    cq_baseline_put(&written, &file);
    cq_baseline_push(&json, &written);
    cq_baseline_release(&written);
    close_text(&t);
    if (!cq_baseline_read(&read, cq_buf_get(&json), "x.json", &err)) fail_msg("%s", err.message);
    open_text(&t, now);
    const cq_baseline_file *known = cq_baseline_find(&read, CQ_STR("a.txt"));
    const uint32_t *left =
        known ? cq_baseline_apply(&t.findings, &t.arena, &t.source, known) : NULL;
    for (uint32_t i = 0; known && i < known->entries.len; i++) stale += left[i];
    snprintf(out, sizeof out, "new %u, stale %u", t.findings.list.len, stale);
    close_text(&t);
    cq_baseline_release(&read);
    cq_buf_release(&json);
    return out;
}

static void test_same(void **state) {
    (void)state;
    assert_string_equal(compare("A bad day.", "A bad day."), "new 0, stale 0");
    assert_string_equal(compare("", ""), "new 0, stale 0");
    assert_string_equal(compare("bad", "bad"), "new 0, stale 0");
    assert_string_equal(compare("\"\\bad\t\x01", "\"\\bad\t\x01"), "new 0, stale 0");
    assert_string_equal(compare("bad bad bad bad bad bad bad", "bad bad bad bad bad bad bad"),
                        "new 0, stale 0");
}

static void test_moved(void **state) {
    (void)state;
    assert_string_equal(compare("A bad day.\n\nThe end.", "The end.\n\nMore.\n\nA bad day."),
                        "new 0, stale 0");
    assert_string_equal(
        compare("It was such a bad day for us.", "It was such\r\n  a bad\r\nday for us."),
        "new 0, stale 0");
    assert_string_equal(compare("One.\n\nbad\n\nTwo.", "Two.\n\nbad\n\nOne."), "new 0, stale 0");
}

static void test_new(void **state) {
    (void)state;
    assert_string_equal(compare("A bad day.", "A bad day. And a bad night."), "new 1, stale 0");
    assert_string_equal(compare("A bad day.", "A bad day.\n\nA bad day."), "new 1, stale 0");
    assert_string_equal(compare("", "A bad day."), "new 1, stale 0");
    assert_string_equal(compare("A bad day.", "Some bad nights."), "new 1, stale 1");
}

static void test_edited_beside(void **state) {
    (void)state;
    assert_string_equal(compare("It was a bad day for us.", "It was a bad night for us."),
                        "new 0, stale 0");
    assert_string_equal(compare("It was a bad day for us.", "He had a bad day for us."),
                        "new 0, stale 0");
    assert_string_equal(compare("It was a bad day for us.", "He had bad nights."),
                        "new 1, stale 1");
    /* The one that is equal keeps its entry, though a similar one comes first. */
    assert_string_equal(
        compare("It was a bad day for us.", "It was a bad night. It was a bad day for us."),
        "new 1, stale 0");
}

static void test_stale(void **state) {
    (void)state;
    assert_string_equal(compare("A bad day. A bad day.", "A bad day."), "new 0, stale 1");
    assert_string_equal(compare("A bad day.", "A day."), "new 0, stale 1");
}

static bool is_readable(const char *json) {
    cq_baseline baseline;
    bool ok = cq_baseline_read(&baseline, cq_str_of(json), "x.json", NULL);
    if (ok) cq_baseline_release(&baseline);
    return ok;
}

static void test_damaged(void **state) {
    (void)state;
    assert_true(is_readable("{\"calque-baseline\": 1, \"files\": {}}"));
    assert_false(is_readable(""));
    assert_false(is_readable("{\"calque-baseline\": 1, \"files\": {}"));
    assert_false(is_readable("{\"calque-baseline\": \"1\", \"files\": {}}"));
    assert_false(is_readable("{\"calque-baseline\": 0, \"files\": {}}"));
    assert_false(is_readable("{\"calque-baseline\": 1, \"files\": {\"a\": [1]}}"));
    assert_false(is_readable("{\"calque-baseline\": 1, \"files\": {\"a\": [], \"a\": []}}"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same),  cmocka_unit_test(test_moved),
        cmocka_unit_test(test_new),   cmocka_unit_test(test_edited_beside),
        cmocka_unit_test(test_stale), cmocka_unit_test(test_damaged),
    };
    return cmocka_run_group_tests_name("baseline", tests, NULL, NULL);
}
