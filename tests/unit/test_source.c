/* Sources: bytes that are no text, and lines and columns for people. */
#include "text/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static cq_arena arena;
static cq_source source;

static int set_up(void **state) {
    (void)state;
    cq_arena_init(&arena);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    cq_arena_release(&arena);
    return 0;
}

static void open_source(cq_str bytes) {
    cq_err err;
    assert_true(cq_source_init(&source, &arena, CQ_STR("a.txt"), bytes, &err));
}

#define OPEN(literal) open_source(CQ_STR(literal))

static void good_text_is_borrowed(void **state) {
    (void)state;
    cq_str bytes = CQ_STR("Déjà vu.\n");
    open_source(bytes);
    assert_ptr_equal(source.text.ptr, bytes.ptr);
    assert_int_equal(source.body, 0);
    assert_int_equal(source.invalid_count, 0);
    assert_int_equal(source.first_invalid, UINT32_MAX);
    assert_string_equal(source.path.ptr, "a.txt");
}

static void a_byte_order_mark_is_skipped(void **state) {
    (void)state;
    OPEN("\xEF\xBB\xBFHi.");
    assert_int_equal(source.body, 3);
    assert_int_equal(source.text.len, 6);
}

static void bytes_that_are_no_text_are_replaced_one_by_one(void **state) {
    (void)state;
    OPEN("a\xFF\xE9z\0\xC3");
    assert_int_equal(source.invalid_count, 4);
    assert_int_equal(source.first_invalid, 1);
    assert_memory_equal(source.text.ptr, "a\x1A\x1Az\x1A\x1A", 6);
    cq_str cut = cq_source_slice(&source, (cq_span){1, 3});
    assert_memory_equal(cut.ptr, "\xFF\xE9", 2); /* the file's own bytes */
}

static void wide_encodings_are_refused_by_name(void **state) {
    (void)state;
    static const struct {
        cq_str bytes;
        const char *message;
    } cases[] = {
        {{"\xFF\xFEH\0", 4}, "a.txt: is UTF-16; convert it to UTF-8"},
        {{"\xFE\xFF\0H", 4}, "a.txt: is UTF-16; convert it to UTF-8"},
        {{"\xFF\xFE\0\0", 4}, "a.txt: is UTF-32; convert it to UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cq_err err;
        assert_false(cq_source_init(&source, &arena, CQ_STR("a.txt"), cases[i].bytes, &err));
        assert_int_equal(err.code, CQ_EINVAL);
        assert_string_equal(err.message, cases[i].message);
    }
}

static void assert_position(uint32_t offset, uint32_t line, uint32_t column) {
    cq_position position = cq_source_locate(&source, offset);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
}

static void columns_count_code_points(void **state) {
    (void)state;
    OPEN("aé中👍z\n\xFFx");
    assert_position(0, 1, 1);
    assert_position(1, 1, 2);
    assert_position(3, 1, 3);
    assert_position(6, 1, 4);
    assert_position(10, 1, 5);
    assert_position(12, 2, 1);
    assert_position(13, 2, 2); /* an invalid byte counts as one */
}

static void lines_end_in_three_ways(void **state) {
    (void)state;
    OPEN("a\nb\r\nc\rd");
    assert_int_equal(cq_source_count_lines(&source), 4);
    assert_position(2, 2, 1);
    assert_position(5, 3, 1);
    assert_position(7, 4, 1);
    cq_span second = cq_source_line(&source, 2);
    assert_int_equal(second.start, 2);
    assert_int_equal(second.end, 3);
}

static void the_end_of_a_file_is_a_place(void **state) {
    (void)state;
    OPEN("a\n");
    assert_int_equal(cq_source_count_lines(&source), 1);
    assert_position(1, 1, 2);
    assert_position(2, 2, 1);
    cq_span missing = cq_source_line(&source, 9);
    assert_int_equal(missing.start, 2);
    assert_int_equal(missing.end, 2);
    OPEN("");
    assert_position(0, 1, 1);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(good_text_is_borrowed),
        TEST(a_byte_order_mark_is_skipped),
        TEST(bytes_that_are_no_text_are_replaced_one_by_one),
        TEST(wide_encodings_are_refused_by_name),
        TEST(columns_count_code_points),
        TEST(lines_end_in_three_ways),
        TEST(the_end_of_a_file_is_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
