/* Findings: their order, and what is said twice. */
#include "check/finding.h"

#include <stdio.h>

#include "cmocka_first.h"

static const cq_rule rule_a = {.id = {"en/a", 4}, .index = 0};
static const cq_rule rule_b = {.id = {"en/b", 4}, .index = 1};

static void push(cq_findings *findings, const cq_rule *rule, uint32_t start, uint32_t end,
                 const char *message) {
    cq_finding *finding = cq_findings_push(findings);
    finding->rule = rule;
    finding->at = (cq_span){start, end};
    finding->message = cq_str_of(message);
}

static void check_at(const cq_findings *findings, uint32_t i, const cq_rule *rule, uint32_t start,
                     const char *message) {
    assert_ptr_equal(findings->list.at[i].rule, rule);
    assert_int_equal(findings->list.at[i].at.start, start);
    expect_str(findings->list.at[i].message, message);
}

static void test_order(void **state) {
    (void)state;
    cq_findings findings;
    cq_findings_init(&findings);
    push(&findings, &rule_b, 5, 9, "last");
    push(&findings, &rule_b, 2, 9, "longer");
    push(&findings, &rule_b, 2, 4, "other rule");
    push(&findings, &rule_a, 2, 4, "first");
    cq_findings_sort(&findings);
    assert_int_equal(findings.list.len, 4);
    check_at(&findings, 0, &rule_a, 2, "first");
    check_at(&findings, 1, &rule_b, 2, "other rule");
    check_at(&findings, 2, &rule_b, 2, "longer");
    check_at(&findings, 3, &rule_b, 5, "last");
    cq_findings_release(&findings);
}

static void test_said_twice(void **state) {
    (void)state;
    cq_findings findings;
    cq_findings_init(&findings);
    push(&findings, &rule_a, 2, 4, "z");
    push(&findings, &rule_b, 2, 4, "another rule may say it too");
    push(&findings, &rule_a, 2, 4, "a");
    push(&findings, &rule_a, 2, 5, "another place");
    push(&findings, &rule_a, 2, 4, "z");
    cq_findings_sort(&findings);
    assert_int_equal(findings.list.len, 3);
    check_at(&findings, 0, &rule_a, 2, "a");
    check_at(&findings, 1, &rule_b, 2, "another rule may say it too");
    check_at(&findings, 2, &rule_a, 2, "another place");
    cq_findings_release(&findings);
}

/* The places of two sorted lists, merged: "1 3" and "2" give "1 2 3". */
static void expect_merged(const char *left, const char *right, const char *expected) {
    cq_findings lists[2];
    const char *texts[] = {left, right};
    char found[64] = "";
    for (int i = 0; i < 2; i++) {
        cq_findings_init(&lists[i]);
        for (const char *p = texts[i]; *p; p++)
            if (*p != ' ') push(&lists[i], &rule_a, (uint32_t)(*p - '0'), 9, "here");
    }
    cq_findings_merge(&lists[0], &lists[1]);
    for (uint32_t i = 0; i < lists[0].list.len; i++) {
        size_t used = strlen(found);
        snprintf(found + used, sizeof found - used, "%s%u", used ? " " : "",
                 lists[0].list.at[i].at.start);
    }
    assert_string_equal(found, expected);
    cq_findings_release(&lists[0]);
    cq_findings_release(&lists[1]);
}

static void test_merge(void **state) {
    (void)state;
    expect_merged("1 3 5", "2 4", "1 2 3 4 5");
    expect_merged("1 2", "3 4", "1 2 3 4");
    expect_merged("3 4", "1 2", "1 2 3 4");
    expect_merged("", "1 2", "1 2");
    expect_merged("1 2", "", "1 2");
    expect_merged("", "", "");
}

static void test_none_and_one(void **state) {
    (void)state;
    cq_findings findings;
    cq_findings_init(&findings);
    cq_findings_sort(&findings);
    assert_int_equal(findings.list.len, 0);
    push(&findings, &rule_a, 1, 1, "");
    cq_findings_sort(&findings);
    assert_int_equal(findings.list.len, 1);
    cq_findings_release(&findings);
}

static void test_levels(void **state) {
    (void)state;
    cq_level level;
    for (int i = CQ_LEVEL_OFF; i <= CQ_LEVEL_ERROR; i++) {
        assert_true(cq_level_of_name(&level, cq_str_of(cq_level_name((cq_level)i))));
        assert_int_equal(level, i);
    }
    assert_false(cq_level_of_name(&level, CQ_STR("Error")));
    assert_false(cq_level_of_name(&level, CQ_STR("")));
}

static void test_which_text_a_rule_is_for(void **state) {
    (void)state;
    cq_str sources[] = {CQ_STR("es"), CQ_STR("pt-BR")};
    cq_rule rule = {.language = CQ_STR("en")};
    assert_true(cq_rule_is_for(&rule, CQ_STR("en"), CQ_STR("")));
    assert_true(cq_rule_is_for(&rule, CQ_STR("EN-GB"), CQ_STR("")));
    assert_true(cq_rule_is_for(&rule, CQ_STR("en_US"), CQ_STR("zh")));
    assert_false(cq_rule_is_for(&rule, CQ_STR("eng"), CQ_STR("")));
    rule.language = CQ_STR("any");
    assert_true(cq_rule_is_for(&rule, CQ_STR("ru"), CQ_STR("")));
    rule.sources.at = sources;
    rule.sources.len = 2;
    assert_true(cq_rule_is_for(&rule, CQ_STR("ru"), CQ_STR("es-MX")));
    assert_true(cq_rule_is_for(&rule, CQ_STR("ru"), CQ_STR("pt")));
    assert_false(cq_rule_is_for(&rule, CQ_STR("ru"), CQ_STR("fr")));
    assert_false(cq_rule_is_for(&rule, CQ_STR("ru"), CQ_STR("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),  cmocka_unit_test(test_said_twice),
        cmocka_unit_test(test_merge),  cmocka_unit_test(test_none_and_one),
        cmocka_unit_test(test_levels), cmocka_unit_test(test_which_text_a_rule_is_for),
    };
    return cmocka_run_group_tests_name("finding", tests, NULL, NULL);
}
