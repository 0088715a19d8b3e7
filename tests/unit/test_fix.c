/* Applying fixes: which are taken, which are left out, and what comes of it. */
#include "check/fix.h"

#include "cmocka_first.h"

#include <stdio.h>
#include <stdlib.h>

static const cq_rule rule = {.id = {"en/a", 4}};
static cq_findings findings;

static int open_findings(void **state) {
    (void)state;
    cq_findings_init(&findings);
    return 0;
}

static int close_findings(void **state) {
    (void)state;
    cq_findings_release(&findings);
    return 0;
}

static cq_fix *push_fix(uint32_t start, bool is_safe) {
    cq_finding *finding = cq_findings_push(&findings);
    finding->rule = &rule;
    finding->at = (cq_span){start, start};
    cq_fix *fix = CQ_ARRAY_PUSH(&findings.arena, &finding->fixes);
    fix->is_safe = is_safe;
    return fix;
}

static void push_edit(cq_fix *fix, uint32_t start, uint32_t end, const char *text) {
    *CQ_ARRAY_PUSH(&findings.arena, &fix->edits) = (cq_edit){{start, end}, cq_str_of(text)};
}

static void push_safe(uint32_t start, uint32_t end, const char *text) {
    push_edit(push_fix(start, true), start, end, text);
}

static void check(const char *bytes, bool also_unsafe, uint32_t applied, const char *expected) {
    cq_buf out = {0};
    assert_int_equal(cq_fix_apply(&out, cq_str_of(bytes), &findings, also_unsafe), applied);
    expect_str(cq_buf_get(&out), expected);
    cq_buf_release(&out);
}

static void test_nothing(void **state) {
    (void)state;
    check("abc", true, 0, "abc");
    check("", true, 0, "");
    cq_findings_push(&findings)->rule = &rule; /* a finding without a fix */
    push_fix(0, true);                         /* a fix without an edit */
    check("abc", true, 0, "abc");
}

static void test_replace_delete_insert(void **state) {
    (void)state;
    push_safe(0, 0, "<");
    push_safe(1, 2, "");
    push_safe(3, 4, "DDD");
    push_safe(6, 6, ">");
    check("abcdef", false, 4, "<acDDDef>");
}

static void test_unsafe_ones_are_asked_for(void **state) {
    (void)state;
    push_edit(push_fix(0, false), 0, 1, "X");
    push_safe(2, 3, "Y");
    check("abc", false, 1, "abY");
    check("abc", true, 2, "XbY");
}

static void test_only_the_first_fix_of_a_finding(void **state) {
    (void)state;
    push_safe(0, 1, "X");
    cq_fix *second = CQ_ARRAY_PUSH(&findings.arena, &findings.list.at[0].fixes);
    second->is_safe = true;
    push_edit(second, 1, 2, "Y");
    check("abc", true, 1, "Xbc");
}

static void test_the_later_of_two_that_overlap_is_left_out(void **state) {
    (void)state;
    push_safe(0, 3, "X");
    push_safe(2, 4, "Y");
    push_safe(3, 5, "Z"); /* touches the first only */
    check("abcdef", false, 2, "XZf");
}

static void test_neighbours_do_not_overlap(void **state) {
    (void)state;
    push_safe(0, 2, "X");
    push_safe(2, 2, "-"); /* between the two */
    push_safe(2, 4, "Y");
    check("abcd", false, 3, "X-Y");
}

static void test_two_insertions_at_one_place(void **state) {
    (void)state;
    push_safe(1, 1, "X");
    push_safe(1, 1, "Y");
    check("ab", false, 1, "aXb");
}

static void test_an_insertion_inside_a_replacement(void **state) {
    (void)state;
    push_safe(0, 4, "X");
    push_safe(2, 2, "Y");
    check("abcd", false, 1, "X");
}

/* A rotated quotation mark: leave it here, put it there. */
static void test_a_fix_is_taken_as_a_whole(void **state) {
    (void)state;
    push_safe(5, 6, "-");
    cq_fix *rotation = push_fix(2, true);
    push_edit(rotation, 2, 3, "");
    push_edit(rotation, 8, 8, "\"");
    cq_fix *clash = push_fix(7, true);
    push_edit(clash, 0, 1, "A");
    push_edit(clash, 5, 6, "+"); /* taken already, so "A" is left out too */
    check("ab\"cdefgh", false, 2, "abcd-fg\"h");
}

static void test_edits_far_behind(void **state) {
    (void)state;
    cq_fix *wide = push_fix(0, true);
    push_edit(wide, 0, 1, "A");
    push_edit(wide, 8, 9, "I");
    push_safe(4, 5, "E");
    check("abcdefghi", false, 2, "AbcdEfghI");
}

static void test_edits_outside_are_left_out(void **state) {
    (void)state;
    push_safe(2, 9, "X");
    push_safe(9, 9, "Y");
    push_safe(2, 1, "Z");
    push_safe(3, 3, "!");
    check("abc", false, 1, "abc!");
}

static void test_edits_that_are_in_each_others_way(void **state) {
    (void)state;
    cq_fix *fix = push_fix(0, true);
    push_edit(fix, 0, 2, "X");
    push_edit(fix, 1, 3, "Y");
    check("abc", false, 0, "abc");
}

/* Against the obvious way: random edits, taken one by one where they are free. */
static void test_random_edits(void **state) {
    (void)state;
    for (unsigned seed = 0; seed < 300; seed++) {
        srand(seed);
        char expected[256], owner[101] = {0};
        const char *text[101] = {0};
        uint32_t ends[101] = {0}, applied = 0;
        cq_findings_release(&findings);
        cq_findings_init(&findings);
        for (uint32_t i = 0, start = 0; start < 95; start += (uint32_t)rand() % 4, i++) {
            uint32_t end = start + 1 + (uint32_t)rand() % 5;
            push_safe(start, end, i % 2 ? "" : "xy");
            bool is_free = true;
            for (uint32_t j = start; j < end; j++) is_free = is_free && !owner[j];
            if (!is_free) continue;
            memset(owner + start, 1, end - start);
            text[start] = i % 2 ? "" : "xy";
            ends[start] = end;
            applied++;
        }
        char bytes[101] = {0};
        memset(bytes, '.', 100);
        size_t len = 0;
        for (uint32_t i = 0; i < 100;) {
            if (text[i]) {
                len += (size_t)sprintf(expected + len, "%s", text[i]);
                i = ends[i];
            } else {
                expected[len++] = bytes[i++];
            }
        }
        expected[len] = '\0';
        check(bytes, false, applied, expected);
    }
}

#define WITH_FINDINGS(test) cmocka_unit_test_setup_teardown(test, open_findings, close_findings)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_FINDINGS(test_nothing),
        WITH_FINDINGS(test_replace_delete_insert),
        WITH_FINDINGS(test_unsafe_ones_are_asked_for),
        WITH_FINDINGS(test_only_the_first_fix_of_a_finding),
        WITH_FINDINGS(test_the_later_of_two_that_overlap_is_left_out),
        WITH_FINDINGS(test_neighbours_do_not_overlap),
        WITH_FINDINGS(test_two_insertions_at_one_place),
        WITH_FINDINGS(test_an_insertion_inside_a_replacement),
        WITH_FINDINGS(test_a_fix_is_taken_as_a_whole),
        WITH_FINDINGS(test_edits_far_behind),
        WITH_FINDINGS(test_edits_outside_are_left_out),
        WITH_FINDINGS(test_edits_that_are_in_each_others_way),
        WITH_FINDINGS(test_random_edits),
    };
    return cmocka_run_group_tests_name("fix", tests, NULL, NULL);
}
