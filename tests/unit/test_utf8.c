/* UTF-8, against every code point and against what Unicode's table 3-7 rules out. */
#include "base/utf8.h"

#include "cmocka_first.h"

static bool is_scalar(uint32_t c) {
    return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF);
}

static void test_every_code_point_comes_back(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (!is_scalar(c)) continue;
        char bytes[4];
        uint32_t length = 0;
        unsigned used = cq_utf8_encode(c, bytes);
        assert_int_equal(cq_utf8_length(bytes, bytes + used), used);
        assert_int_equal(cq_utf8_decode(bytes, bytes + used, &length), c);
        assert_int_equal(length, used);
        assert_int_equal(cq_utf8_decode_before(bytes, bytes + used, &length), c);
        assert_int_equal(length, used);
        for (unsigned cut = 1; cut < used; cut++)
            assert_int_equal(cq_utf8_length(bytes, bytes + cut), 0);
    }
}

static void test_malformed_is_refused(void **state) {
    (void)state;
    static const char *const bad[] = {
        "\x80",             /* a trail byte alone */
        "\xBF\x80",         /* two */
        "\xC0\x80",         /* overlong NUL */
        "\xC1\xBF",         /* overlong */
        "\xC3(",            /* no trail */
        "\xE0\x80\x80",     /* overlong, three bytes */
        "\xE0\x9F\xBF",     /* the last of them */
        "\xED\xA0\x80",     /* a surrogate */
        "\xED\xBF\xBF",     /* the last of them */
        "\xF0\x80\x80\x80", /* overlong, four bytes */
        "\xF0\x8F\xBF\xBF", /* the last of them */
        "\xF4\x90\x80\x80", /* above U+10FFFF */
        "\xF5\x80\x80\x80", /* no such lead byte */
        "\xFE",
        "\xFF",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        cq_str s = cq_str_of(bad[i]);
        assert_int_equal(cq_utf8_length(s.ptr, s.ptr + s.len), 0);
        assert_int_equal(cq_utf8_find_invalid(s), 0);
    }
}

/* An invalid byte is found at every distance from the start, whatever the step of the loop. */
static void test_find_invalid_anywhere(void **state) {
    (void)state;
    char text[64];
    for (size_t at = 0; at < sizeof text; at++) {
        memset(text, 'a', sizeof text);
        assert_true(cq_utf8_find_invalid((cq_str){text, sizeof text}) == SIZE_MAX);
        text[at] = '\xFF';
        assert_int_equal(cq_utf8_find_invalid((cq_str){text, sizeof text}), at);
        assert_true(cq_utf8_find_invalid((cq_str){text, at}) == SIZE_MAX);
    }
    assert_true(cq_utf8_find_invalid((cq_str){NULL, 0}) == SIZE_MAX);
}

static void test_decode_moves_on(void **state) {
    (void)state;
    uint32_t length = 0;
    const char *stray = "\xFF";
    assert_int_equal(cq_utf8_decode(stray, stray + 1, &length), 0xFFFD);
    assert_int_equal(length, 1);
    const char *cut = "\xE2\x82";
    assert_int_equal(cq_utf8_decode(cut, cut + 2, &length), 0xFFFD);
    assert_int_equal(length, 1);
    const char *trails = "\x80\x80\x80\x80\x80";
    assert_int_equal(cq_utf8_decode_before(trails, trails + 5, &length), 0xFFFD);
    assert_int_equal(length, 1);
}

static void test_count(void **state) {
    (void)state;
    assert_int_equal(cq_utf8_count(CQ_STR("")), 0);
    assert_int_equal(cq_utf8_count(CQ_STR("aé€😀")), 4);
}

static void check_clean(cq_str dirty, const char *expected) {
    cq_buf buf = {0};
    cq_utf8_push_clean(&buf, dirty);
    expect_str(cq_buf_get(&buf), expected);
    cq_buf_release(&buf);
}

static void test_push_clean(void **state) {
    (void)state;
    check_clean(CQ_STR(""), "");
    check_clean(CQ_STR("aé"), "aé");
    check_clean(CQ_STR("a\xFF"), "a\xEF\xBF\xBD");
    check_clean(CQ_STR("\xE2\x82x\xC3"), "\xEF\xBF\xBD\xEF\xBF\xBDx\xEF\xBF\xBD");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_code_point_comes_back),
        cmocka_unit_test(test_malformed_is_refused),
        cmocka_unit_test(test_find_invalid_anywhere),
        cmocka_unit_test(test_decode_moves_on),
        cmocka_unit_test(test_count),
        cmocka_unit_test(test_push_clean),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
