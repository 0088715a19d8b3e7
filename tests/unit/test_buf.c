/* Growing buffers. */
#include "base/buf.h"

#include "cmocka_first.h"

static void test_empty_buffer_is_a_string(void **state) {
    (void)state;
    cq_buf buf = {0};
    expect_str(cq_buf_get(&buf), "");
    assert_non_null(cq_buf_get(&buf).ptr);
    cq_buf_push_str(&buf, (cq_str){NULL, 0});
    expect_str(cq_buf_get(&buf), "");
    cq_buf_release(&buf);
}

static void test_push(void **state) {
    (void)state;
    cq_buf buf = {0};
    cq_buf_push(&buf, 'a');
    cq_buf_push_str(&buf, CQ_STR("bc"));
    cq_buf_push_format(&buf, "-%d-%s", 7, "x");
    cq_buf_push_format(&buf, "%s", "");
    expect_str(cq_buf_get(&buf), "abc-7-x");
    cq_buf_release(&buf);
    expect_str(cq_buf_get(&buf), "");
}

static void test_many_pushes(void **state) {
    (void)state;
    cq_buf buf = {0};
    for (int i = 0; i < 100000; i++) cq_buf_push(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.len, 100000);
    for (int i = 0; i < 100000; i++) assert_int_equal(buf.ptr[i], 'a' + i % 26);
    cq_buf_release(&buf);
}

/* A format that is longer than the room left is not cut. */
static void test_format_at_each_fill(void **state) {
    (void)state;
    for (size_t fill = 200; fill < 300; fill++) {
        cq_buf buf = {0};
        while (buf.len < fill) cq_buf_push(&buf, '.');
        cq_buf_push_format(&buf, "%s", "0123456789");
        expect_str(cq_str_slice(cq_buf_get(&buf), fill, buf.len), "0123456789");
        cq_buf_release(&buf);
    }
}

static void test_reserve_does_not_move(void **state) {
    (void)state;
    cq_buf buf = {0};
    cq_buf_reserve(&buf, 5000);
    char *ptr = buf.ptr;
    for (int i = 0; i < 5000; i++) cq_buf_push(&buf, 'x');
    assert_ptr_equal(ptr, buf.ptr);
    cq_buf_release(&buf);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_buffer_is_a_string),
        cmocka_unit_test(test_push),
        cmocka_unit_test(test_many_pushes),
        cmocka_unit_test(test_format_at_each_fill),
        cmocka_unit_test(test_reserve_does_not_move),
    };
    return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
