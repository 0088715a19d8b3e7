/* Which findings touch what was changed, and where the changed part is after an edit. */
#include "check/touch.h"

#include "cmocka_first.h"

#include <stdio.h>

static const cq_rule rule = {.id = {"en/a", 4}};
static cq_arena arena;
static cq_spans changed;

static int open_spans(void **state) {
    (void)state;
    cq_arena_init(&arena);
    changed = (cq_spans){0};
    *CQ_ARRAY_PUSH(&arena, &changed) = (cq_span){10, 20};
    *CQ_ARRAY_PUSH(&arena, &changed) = (cq_span){30, 40};
    return 0;
}

static int release_spans(void **state) {
    (void)state;
    cq_arena_release(&arena);
    return 0;
}

static bool is(uint32_t start, uint32_t end) {
    return cq_touch_is(&changed, (cq_span){start, end});
}

static void test_one_byte_in_common(void **state) {
    (void)state;
    assert_true(is(10, 20));
    assert_true(is(5, 11));
    assert_true(is(19, 25));
    assert_true(is(25, 31));
    assert_true(is(0, 100));
    assert_false(is(5, 10));
    assert_false(is(20, 30));
    assert_false(is(40, 50));
}

static void test_nothing_is_touched(void **state) {
    (void)state;
    changed.len = 0;
    assert_false(is(0, 100));
}

/* An empty span stands before the byte behind it. */
static void test_empty_span(void **state) {
    (void)state;
    assert_true(is(10, 10));
    assert_true(is(19, 19));
    assert_false(is(20, 20));
    assert_false(is(9, 9));
}

static void push(cq_findings *findings, uint32_t start, uint32_t related) {
    cq_finding *finding = cq_findings_push(findings);
    finding->rule = &rule;
    finding->at = (cq_span){start, start + 2};
    if (related)
        CQ_ARRAY_PUSH(&findings->arena, &finding->related)->at = (cq_span){related, related + 2};
}

static void test_any_place_of_a_finding(void **state) {
    (void)state;
    cq_findings findings;
    cq_findings_init(&findings);
    push(&findings, 2, 0);
    push(&findings, 12, 0);
    push(&findings, 50, 35);
    push(&findings, 60, 70);
    cq_touch_keep(&findings, &changed);
    assert_int_equal(findings.list.len, 2);
    assert_int_equal(findings.list.at[0].at.start, 12);
    assert_int_equal(findings.list.at[1].at.start, 50);
    cq_findings_release(&findings);
}

static void move(uint32_t start, uint32_t end, const char *text) {
    cq_edit edit = {{start, end}, cq_str_of(text)};
    cq_touch_move(&changed, &edit, 1);
}

static void expect_span(uint32_t i, uint32_t start, uint32_t end) {
    assert_true(i < changed.len);
    assert_int_equal(changed.at[i].start, start);
    assert_int_equal(changed.at[i].end, end);
}

static void test_edits_before_between_and_behind(void **state) {
    (void)state;
    move(50, 60, "");
    expect_span(0, 10, 20);
    move(22, 24, "four");
    expect_span(0, 10, 20);
    expect_span(1, 32, 42);
    move(0, 4, "");
    expect_span(0, 6, 16);
    expect_span(1, 28, 38);
}

static void test_edits_inside_and_at_the_ends(void **state) {
    (void)state;
    move(12, 14, "");
    expect_span(0, 10, 18);
    expect_span(1, 28, 38);
    move(10, 10, "++");
    expect_span(0, 10, 20);
    move(20, 20, "++");
    expect_span(0, 10, 22);
    expect_span(1, 32, 42);
    move(8, 12, "abc");
    expect_span(0, 8, 21);
    move(19, 25, "abc");
    expect_span(0, 8, 22);
    expect_span(1, 28, 38);
}

static void test_spans_that_meet_become_one(void **state) {
    (void)state;
    move(15, 35, "-");
    assert_int_equal(changed.len, 1);
    expect_span(0, 10, 21);
}

static void test_span_that_goes_away(void **state) {
    (void)state;
    move(10, 20, "");
    assert_int_equal(changed.len, 1);
    expect_span(0, 20, 30);
}

static void test_several_edits(void **state) {
    (void)state;
    cq_edit edits[] = {{{2, 2}, CQ_STR("12")}, {{12, 13}, CQ_STR("")}, {{35, 35}, CQ_STR("x")}};
    cq_touch_move(&changed, edits, 3);
    expect_span(0, 12, 21);
    expect_span(1, 31, 42);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_one_byte_in_common, open_spans, release_spans),
        cmocka_unit_test_setup_teardown(test_nothing_is_touched, open_spans, release_spans),
        cmocka_unit_test_setup_teardown(test_empty_span, open_spans, release_spans),
        cmocka_unit_test_setup_teardown(test_any_place_of_a_finding, open_spans, release_spans),
        cmocka_unit_test_setup_teardown(test_edits_before_between_and_behind, open_spans,
                                        release_spans),
        cmocka_unit_test_setup_teardown(test_edits_inside_and_at_the_ends, open_spans,
                                        release_spans),
        cmocka_unit_test_setup_teardown(test_spans_that_meet_become_one, open_spans, release_spans),
        cmocka_unit_test_setup_teardown(test_span_that_goes_away, open_spans, release_spans),
        cmocka_unit_test_setup_teardown(test_several_edits, open_spans, release_spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
