/* JSON as it is written; jansson reads it back. */
#include "base/json.h"

#include "cmocka_first.h"

#include <jansson.h>

static void check_string(cq_str s, const char *expected) {
    cq_buf buf = {0};
    cq_json_push_string(&buf, s);
    expect_str(cq_buf_get(&buf), expected);
    cq_buf_release(&buf);
}

static void test_strings(void **state) {
    (void)state;
    check_string(CQ_STR(""), "\"\"");
    check_string(CQ_STR("a\"b\\c"), "\"a\\\"b\\\\c\"");
    check_string(CQ_STR("\b\t\n\f\r"), "\"\\b\\t\\n\\f\\r\"");
    check_string(CQ_STR("\0\x1F\x7F"), "\"\\u0000\\u001f\\u007f\"");
    check_string(CQ_STR("é“😀"), "\"é“😀\"");
    check_string(CQ_STR("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
}

/* Every string comes back as it was, through somebody else's parser. */
static void test_strings_come_back(void **state) {
    (void)state;
    for (unsigned a = 1; a < 0x80; a++) {
        char text[] = {'x', (char)a, '"', (char)a, '\\', '\0'};
        cq_buf buf = {0};
        cq_buf_push(&buf, '[');
        cq_json_push_string(&buf, cq_str_of(text));
        cq_buf_push(&buf, ']');
        json_t *array = json_loadb(buf.ptr, buf.len, 0, NULL);
        assert_non_null(array);
        assert_string_equal(json_string_value(json_array_get(array, 0)), text);
        json_decref(array);
        cq_buf_release(&buf);
    }
}

static void test_object(void **state) {
    (void)state;
    cq_buf buf = {0};
    cq_buf_push(&buf, '{');
    cq_json_push_str(&buf, "text", CQ_STR("a{"));
    cq_json_push_number(&buf, "least", INT64_MIN);
    cq_json_push_bool(&buf, "yes", true);
    cq_json_push_bool(&buf, "no", false);
    cq_json_push_key(&buf, "list");
    cq_buf_push(&buf, '[');
    for (int i = 0; i < 3; i++) {
        cq_json_push_comma(&buf);
        cq_buf_push_format(&buf, "%d", i);
    }
    cq_buf_push_str(&buf, CQ_STR("]}"));
    expect_str(cq_buf_get(&buf), "{\"text\":\"a{\",\"least\":-9223372036854775808,\"yes\":true,"
                                 "\"no\":false,\"list\":[0,1,2]}");
    cq_buf_release(&buf);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_strings_come_back),
        cmocka_unit_test(test_object),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
