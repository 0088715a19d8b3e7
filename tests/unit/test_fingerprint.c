/* Fingerprints: what they are made of, and what leaves them as they are. */
#include "check/fingerprint.h"

#include "cmocka_first.h"

#include <stdlib.h>

static const cq_rule rule_a = {.id = {"en/a", 4}};
static const cq_rule rule_b = {.id = {"en/b", 4}};

/* The fingerprint of each `mark` in `text`, for `rule`; *count of them. */
static uint64_t *take(cq_arena *arena, const char *text, const char *mark, const cq_rule *rule,
                      const char *seed, uint32_t *count) {
    cq_source source;
    cq_err err;
    cq_findings findings;
    cq_str rest = cq_str_of(text);
    assert_true(cq_source_init(&source, arena, CQ_STR("a.txt"), rest, &err));
    cq_findings_init(&findings);
    for (size_t at = 0, found;
         (found = cq_str_find(cq_str_slice(rest, at, rest.len), cq_str_of(mark))) != SIZE_MAX;) {
        uint32_t start = (uint32_t)(at + found);
        cq_finding *finding = cq_findings_push(&findings);
        finding->rule = rule;
        finding->at = (cq_span){start, start + (uint32_t)strlen(mark)};
        at = finding->at.end;
    }
    *count = findings.list.len;
    uint64_t *prints = cq_fingerprint_all(arena, &source, &findings, cq_str_of(seed));
    cq_findings_release(&findings);
    return prints;
}

static uint64_t take_one(const char *text, const cq_rule *rule, const char *seed) {
    cq_arena arena;
    uint32_t count;
    cq_arena_init(&arena);
    uint64_t print = take(&arena, text, "teh", rule, seed, &count)[0];
    assert_int_equal(count, 1);
    cq_arena_release(&arena);
    return print;
}

static void test_is_the_same_everywhere(void **state) {
    (void)state;
    assert_true(take_one("It is teh ship.", &rule_a, "") == UINT64_C(0x9840c7de396dc636));
}

static void test_what_does_not_count(void **state) {
    (void)state;
    uint64_t print = take_one("It is teh ship.\n", &rule_a, "");
    assert_true(print == take_one("\n\nSomething before.\r\n  It  is teh\tship.  \n", &rule_a, ""));
    assert_true(print == take_one("It is teh ship.", &rule_a, ""));
}

static void test_what_counts(void **state) {
    (void)state;
    uint64_t print = take_one("It is teh ship.", &rule_a, "");
    assert_true(print != take_one("It is teh ship.", &rule_b, ""));
    assert_true(print != take_one("It is teh ship.", &rule_a, "a.txt"));
    assert_true(print != take_one("It was teh ship.", &rule_a, ""));
    assert_true(print != take_one("It is teh boat.", &rule_a, ""));
    assert_true(print != take_one("It is\nteh ship.", &rule_a, ""));
}

static void test_reach(void **state) {
    (void)state;
    uint64_t print = take_one("far away, 0123456789abcdef0123456789abcdef teh", &rule_a, "");
    assert_true(print == take_one("near, 0123456789abcdef0123456789abcdef teh", &rule_a, ""));
}

static void test_equal_ones_differ_by_order(void **state) {
    (void)state;
    cq_arena arena;
    uint32_t three, two;
    cq_arena_init(&arena);
    uint64_t *all = take(&arena, "teh\nteh\nteh\n", "teh", &rule_a, "", &three);
    uint64_t *some = take(&arena, "teh\nteh\n", "teh", &rule_a, "", &two);
    assert_int_equal(three, 3);
    assert_int_equal(two, 2);
    assert_true(all[0] != all[1] && all[1] != all[2] && all[0] != all[2]);
    assert_true(all[0] == some[0] && all[1] == some[1]);
    cq_arena_release(&arena);
}

static void test_edges(void **state) {
    (void)state;
    assert_true(take_one("teh", &rule_a, "") != take_one("teh.", &rule_a, ""));
    assert_true(take_one("\xFF teh \xFF", &rule_a, "") != take_one("\xFE teh \xFF", &rule_a, ""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_is_the_same_everywhere),
        cmocka_unit_test(test_what_does_not_count),
        cmocka_unit_test(test_what_counts),
        cmocka_unit_test(test_reach),
        cmocka_unit_test(test_equal_ones_differ_by_order),
        cmocka_unit_test(test_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
