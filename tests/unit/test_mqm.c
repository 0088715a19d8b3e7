/* MQM: weights as they are written, points, and scores. */
#include "check/mqm.h"

#include "cmocka_first.h"

static cq_arena arena;
static cq_mqm mqm;

static int open_mqm(void **state) {
    (void)state;
    cq_arena_init(&arena);
    cq_mqm_init(&mqm);
    return 0;
}

static int close_mqm(void **state) {
    (void)state;
    cq_arena_release(&arena);
    return 0;
}

static void read(const char *weights) {
    cq_err err;
    assert_true(cq_mqm_read_weights(&mqm, &arena, cq_str_of(weights), &err));
}

static void refuse(const char *weights, const char *message) {
    cq_err err;
    assert_false(cq_mqm_read_weights(&mqm, &arena, cq_str_of(weights), &err));
    assert_string_equal(err.message, message);
}

/* Points of one finding. */
static double cost(cq_level level, const char *type) {
    cq_findings findings;
    cq_rule rule = {.id = {"en/a", 4}, .mqm = cq_str_of(type)};
    cq_findings_init(&findings);
    cq_finding *finding = cq_findings_push(&findings);
    finding->rule = &rule;
    finding->level = level;
    double points = cq_mqm_penalty(&mqm, &findings);
    cq_findings_release(&findings);
    return points;
}

static void test_defaults(void **state) {
    (void)state;
    assert_true(cost(CQ_LEVEL_ERROR, "spelling") == 5);
    assert_true(cost(CQ_LEVEL_WARNING, "spelling") == 1);
    assert_true(cost(CQ_LEVEL_HINT, "spelling") == 0);
}

static void test_weights(void **state) {
    (void)state;
    read("error=10, hint=0.25,untranslated=2,untranslated=3");
    assert_true(cost(CQ_LEVEL_ERROR, "spelling") == 10);
    assert_true(cost(CQ_LEVEL_WARNING, "untranslated") == 3);
    assert_true(cost(CQ_LEVEL_HINT, "untranslated") == 0.75);
}

static void test_weights_refused(void **state) {
    (void)state;
    refuse("", "'' is not NAME=NUMBER");
    refuse("error", "'error' is not NAME=NUMBER");
    refuse("error=2,", "'' is not NAME=NUMBER");
    refuse("error=", "'error=': the number is not one from 0 to 1000");
    refuse("error=1001", "'error=1001': the number is not one from 0 to 1000");
    refuse("error=.5", "'error=.5': the number is not one from 0 to 1000");
    refuse("error=0x1", "'error=0x1': the number is not one from 0 to 1000");
    refuse("error=nan", "'error=nan': the number is not one from 0 to 1000");
    refuse("off=1", "'off' is no level that is found");
}

static void test_pass_mark(void **state) {
    (void)state;
    cq_err err;
    assert_true(mqm.pass == 95);
    assert_true(cq_mqm_read_pass(&mqm, CQ_STR("98.5"), &err));
    assert_true(mqm.pass == 98.5);
    assert_false(cq_mqm_read_pass(&mqm, CQ_STR("100.1"), &err));
    assert_false(cq_mqm_read_pass(&mqm, CQ_STR(""), &err));
}

static void test_score(void **state) {
    (void)state;
    assert_true(cq_mqm_score(0, 100) == 100);
    assert_true(cq_mqm_score(5, 100) == 95);
    assert_true(cq_mqm_score(5, 1000) == 99.5);
    assert_true(cq_mqm_score(500, 100) == 0);
    assert_true(cq_mqm_score(5, 0) == 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_defaults, open_mqm, close_mqm),
        cmocka_unit_test_setup_teardown(test_weights, open_mqm, close_mqm),
        cmocka_unit_test_setup_teardown(test_weights_refused, open_mqm, close_mqm),
        cmocka_unit_test_setup_teardown(test_pass_mark, open_mqm, close_mqm),
        cmocka_unit_test(test_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
