/* Mending: rounds of fixes, and fixes that are no good. A linter of a few words stands in for rules. */
#include "plugins/cli/mend.h"

#include "cmocka_first.h"

/* Each rule finds a text anywhere and would replace it. */
typedef struct swap {
    const char *id, *from, *to;
    bool is_unsafe;
} swap;

typedef struct linter {
    const swap *swaps;
    uint32_t count, calls;
    cq_rule rules[8];
    bool is_refusing;
} linter;

static void find_swap(linter *l, uint32_t index, cq_findings *out, cq_str text) {
    cq_str from = cq_str_of(l->swaps[index].from);
    for (uint32_t at = 0; at + from.len <= text.len; at++) {
        if (!cq_str_has_prefix(cq_str_slice(text, at, text.len), from)) continue;
        cq_finding *finding = cq_findings_push(out);
        finding->rule = &l->rules[index];
        finding->at = (cq_span){at, at + (uint32_t)from.len};
        cq_fix *fix = CQ_ARRAY_PUSH(&out->arena, &finding->fixes);
        fix->is_safe = !l->swaps[index].is_unsafe;
        *CQ_ARRAY_PUSH(&out->arena, &fix->edits) =
            (cq_edit){finding->at, cq_str_of(l->swaps[index].to)};
        at += (uint32_t)from.len - 1;
    }
}

static bool lint(void *context, cq_findings *out, cq_str text, cq_troubles *troubles) {
    linter *l = context;
    l->calls++;
    if (l->is_refusing) return cq_troubles_push(troubles, "a.txt: it cannot be read");
    for (uint32_t i = 0; i < l->count; i++) find_swap(l, i, out, text);
    cq_findings_sort(out);
    return true;
}

static cq_troubles troubles;
static linter it;

static int close_all(void **state) {
    (void)state;
    cq_troubles_release(&troubles);
    return 0;
}

static int open_all(void **state) {
    (void)state;
    cq_troubles_init(&troubles);
    it = (linter){0};
    return 0;
}

static void check_with(const swap *swaps, uint32_t count, bool also_unsafe, const char *text,
                       const char *expected, uint32_t fixes) {
    cq_buf mended = {0};
    cq_mend mend = {lint, &it, "a.txt", also_unsafe};
    it.swaps = swaps;
    it.count = count;
    for (uint32_t i = 0; i < count; i++) it.rules[i].id = cq_str_of(swaps[i].id);
    cq_buf_push_str(&mended, cq_str_of(text));
    assert_int_equal(cq_mend_text(&mended, &mend, &troubles), fixes);
    expect_str(cq_buf_get(&mended), expected);
    cq_buf_release(&mended);
}

#define CHECK(swaps, text, expected, fixes)                                                        \
    check_with(swaps, sizeof(swaps) / sizeof *(swaps), false, text, expected, fixes)

static void expect_troubles(const char *line) {
    assert_int_equal(troubles.list.len, line ? 1 : 0);
    if (line) expect_str(troubles.list.at[0], line);
}

static void test_simple(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "teh", .to = "the"}};
    CHECK(swaps, "teh boat and teh net", "the boat and the net", 2);
    CHECK(swaps, "the boat", "the boat", 0);
    CHECK(swaps, "", "", 0);
    expect_troubles(NULL);
}

static void test_later_rounds(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "one", .to = "two"},
                          {.id = "en/b", .from = "two", .to = "three"}};
    CHECK(swaps, "one two", "three three", 3);
    expect_troubles(NULL);
}

static void test_unsafe(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "teh", .to = "the", .is_unsafe = true}};
    CHECK(swaps, "teh boat", "teh boat", 0);
    check_with(swaps, 1, true, "teh boat", "the boat", 1);
}

/* A fix whose result the rule reports again is not applied, and the others are. */
static void test_fix_that_leaves_its_finding(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/bad", .from = "very", .to = "very much"},
                          {.id = "en/good", .from = "teh", .to = "the"}};
    CHECK(swaps, "teh\nvery wet net", "the\nvery wet net", 1);
    expect_troubles("a.txt:2: the fix of en/bad would leave a finding of its own rule; "
                    "it is not applied");
}

/* What takes its finding away one step at a time is no such fix. */
static void test_chain(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "the the", .to = "the"}};
    CHECK(swaps, "the the boat, the the the the net", "the boat, the net", 4);
    expect_troubles(NULL);
}

static void test_long_chain(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "a a", .to = "a"}};
    CHECK(swaps, "a a a a a a a a a a", "a", 9);
    expect_troubles(NULL);
}

/* Two fixes that bring a finding only together: the others are not kept waiting, half of them a round. */
static void test_in_the_way(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "abc", .to = ""}};
    CHECK(swaps, "abc.abc.abc.abc.abc.abc.aabcbabcc", "......", 9);
    expect_troubles(NULL);
}

static void test_circle(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "grey", .to = "gray"},
                          {.id = "en/b", .from = "gray", .to = "grey"}};
    CHECK(swaps, "a grey boat", "a gray boat", 1);
    expect_troubles("a.txt: fixes undo each other; the last ones are not applied");
}

static void test_long_circle(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "<1", .to = "<2"},
                          {.id = "en/b", .from = "<2", .to = "<3!"},
                          {.id = "en/c", .from = "<3", .to = "<4"},
                          {.id = "en/d", .from = "<4!", .to = "<1"}};
    CHECK(swaps, "<1", "<4!", 3);
    expect_troubles("a.txt: fixes undo each other; the last ones are not applied");
}

static void test_most_rounds(void **state) {
    (void)state;
    const swap swaps[] = {
        {.id = "en/a", .from = "<1", .to = "<2"}, {.id = "en/b", .from = "<2", .to = "<3"},
        {.id = "en/c", .from = "<3", .to = "<4"}, {.id = "en/d", .from = "<4", .to = "<5"},
        {.id = "en/e", .from = "<5", .to = "<6"}, {.id = "en/f", .from = "<6", .to = "<7"}};
    CHECK(swaps, "<1", "<6", 5);
    expect_troubles("a.txt: there is more to fix after 5 rounds");
}

static void test_cannot_be_read(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "teh", .to = "the"}};
    it.is_refusing = true;
    CHECK(swaps, "teh boat", "teh boat", 0);
    expect_troubles("a.txt: it cannot be read");
}

/* A text that is fine is linted once, one with fixes once a round and once more. */
static void test_linted_no_more_than_needed(void **state) {
    (void)state;
    const swap swaps[] = {{.id = "en/a", .from = "teh", .to = "the"}};
    CHECK(swaps, "the boat", "the boat", 0);
    assert_int_equal(it.calls, 1);
    CHECK(swaps, "teh boat", "the boat", 1);
    assert_int_equal(it.calls, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_simple, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_later_rounds, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_unsafe, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_fix_that_leaves_its_finding, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_chain, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_long_chain, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_in_the_way, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_circle, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_long_circle, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_most_rounds, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_cannot_be_read, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_linted_no_more_than_needed, open_all, close_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
