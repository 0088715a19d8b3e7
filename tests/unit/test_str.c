/* Borrowed strings: slices, comparisons, searches. */
#include "cmocka_first.h"

static void test_slice_is_clamped(void **state) {
    (void)state;
    cq_str s = CQ_STR("hello");
    expect_str(cq_str_slice(s, 1, 3), "el");
    expect_str(cq_str_slice(s, 3, 99), "lo");
    expect_str(cq_str_slice(s, 9, 99), "");
    expect_str(cq_str_slice(s, 4, 2), "");
}

static void test_of_null_is_empty(void **state) {
    (void)state;
    expect_str(cq_str_of(NULL), "");
    assert_non_null(cq_str_of(NULL).ptr);
}

static void test_equality(void **state) {
    (void)state;
    assert_true(cq_str_is_equal(CQ_STR(""), (cq_str){NULL, 0}));
    assert_true(cq_str_is_equal(CQ_STR("a\0b"), CQ_STR("a\0b")));
    assert_false(cq_str_is_equal(CQ_STR("a\0b"), CQ_STR("a\0c")));
    assert_false(cq_str_is_equal(CQ_STR("a"), CQ_STR("ab")));
}

static void test_prefix_and_suffix(void **state) {
    (void)state;
    assert_true(cq_str_has_prefix(CQ_STR("abc"), CQ_STR("ab")));
    assert_true(cq_str_has_prefix(CQ_STR("abc"), CQ_STR("")));
    assert_false(cq_str_has_prefix(CQ_STR("ab"), CQ_STR("abc")));
    assert_true(cq_str_has_suffix(CQ_STR("abc"), CQ_STR("bc")));
    assert_false(cq_str_has_suffix(CQ_STR("bc"), CQ_STR("abc")));
}

static void test_compare_is_bytewise(void **state) {
    (void)state;
    assert_true(cq_str_compare(CQ_STR("a"), CQ_STR("b")) < 0);
    assert_true(cq_str_compare(CQ_STR("b"), CQ_STR("a")) > 0);
    assert_true(cq_str_compare(CQ_STR("a"), CQ_STR("ab")) < 0);
    assert_true(cq_str_compare(CQ_STR("z"), CQ_STR("\xC3\xA9")) < 0); /* no sign on bytes */
    assert_int_equal(cq_str_compare(CQ_STR(""), (cq_str){NULL, 0}), 0);
}

static void test_find(void **state) {
    (void)state;
    assert_int_equal(cq_str_find(CQ_STR("banana"), CQ_STR("ana")), 1);
    assert_int_equal(cq_str_find(CQ_STR("banana"), CQ_STR("")), 0);
    assert_true(cq_str_find(CQ_STR("banana"), CQ_STR("nab")) == SIZE_MAX);
    assert_true(cq_str_find((cq_str){NULL, 0}, CQ_STR("a")) == SIZE_MAX);
    assert_int_equal(cq_str_find_last(CQ_STR("a/b/c"), '/'), 3);
    assert_true(cq_str_find_last(CQ_STR("abc"), '/') == SIZE_MAX);
    assert_true(cq_str_find_last((cq_str){NULL, 0}, '/') == SIZE_MAX);
}

static void test_trim(void **state) {
    (void)state;
    expect_str(cq_str_trim(CQ_STR(" \t\r\n a b \v\f ")), "a b");
    expect_str(cq_str_trim(CQ_STR(" \n ")), "");
    expect_str(cq_str_trim(CQ_STR("\xC2\xA0")), "\xC2\xA0"); /* ASCII only */
}

/* Every byte counts, also behind the last whole word of eight. */
static void test_hash_sees_each_byte(void **state) {
    (void)state;
    char text[32] = {0};
    for (size_t len = 1; len <= sizeof text; len++) {
        for (size_t i = 0; i < len; i++) {
            uint64_t before = cq_str_hash((cq_str){text, len});
            text[i] ^= 1;
            assert_true(before != cq_str_hash((cq_str){text, len}));
            text[i] ^= 1;
        }
    }
    assert_true(cq_str_hash((cq_str){text, 7}) != cq_str_hash((cq_str){text, 8}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slice_is_clamped),
        cmocka_unit_test(test_of_null_is_empty),
        cmocka_unit_test(test_equality),
        cmocka_unit_test(test_prefix_and_suffix),
        cmocka_unit_test(test_compare_is_bytewise),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_trim),
        cmocka_unit_test(test_hash_sees_each_byte),
    };
    return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
