/* Lua literals: what is a string in a Lua file, and what it says. */
#include "plugins/cli/lua_literal.h"

#include "cmocka_first.h"

/* The values found, joined by '|'. */
static void check(const char *file, const char *expected) {
    cq_arena arena;
    cq_buf joined = {0};
    cq_arena_init(&arena);
    cq_lua_literals found = cq_lua_literal_find(&arena, cq_str_of(file));
    for (uint32_t i = 0; i < found.len; i++) {
        if (i) cq_buf_push(&joined, '|');
        cq_buf_push_str(&joined, found.at[i].value);
    }
    expect_str(cq_buf_get(&joined), expected);
    cq_buf_release(&joined);
    cq_arena_release(&arena);
}

static void test_kinds(void **state) {
    (void)state;
    check("", "");
    check("return { a = \"one\", 'two', [[three]], [==[four]]=]]==] }", "one|two|three|four]]=]");
    check("x[ [[key]] ] = t[a[1]]", "key");
    check("[[\nfirst line\nsecond]]", "first line\nsecond");
    check("\"\" ''", "|");
}

static void test_escapes(void **state) {
    (void)state;
    check("'a\\'b' \"c\\\"d\\\\e\"", "a'b|c\"d\\e");
    check("'\\n\\t\\65\\x42\\u{20AC}\\z  \n end'", "\n\tAB€end");
    check("'a\\\nb'", "a\nb");
    check("[[a\\nb]]", "a\\nb");
}

static void test_comments(void **state) {
    (void)state;
    check("-- 'no'\n'yes' --[[ 'no'\n\"no\" ]] 'too' --[==[ ]] 'no' ]==] - - 'three'",
          "yes|too|three");
    check("--", "");
}

/* What is no Lua ends the list and is never read past its end. */
static void test_broken(void **state) {
    (void)state;
    check("'one' 'open", "one");
    check("'one' 'open\n 'two'", "one");
    check("'one' [[open", "one");
    check("'one' '\\", "one");
    check("'one' '\\u{110000", "one");
    check("'one' --[[ open 'two'", "one");
    check("[", "");
    check("[=", "");
}

static void test_push(void **state) {
    (void)state;
    cq_arena arena;
    cq_buf out = {0};
    cq_str value = CQ_STR("a \"b\" \\ \n\t\x01\x7F é");
    cq_arena_init(&arena);
    cq_lua_literal_push(&out, value);
    expect_str(cq_buf_get(&out), "\"a \\\"b\\\" \\\\ \\n\\x09\\x01\\x7f é\"");
    cq_lua_literals found = cq_lua_literal_find(&arena, cq_buf_get(&out));
    assert_int_equal(found.len, 1);
    expect_str(found.at[0].value, value.ptr);
    assert_int_equal(found.at[0].at.start, 0);
    assert_int_equal(found.at[0].at.end, out.len);
    cq_buf_release(&out);
    cq_arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),    cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_comments), cmocka_unit_test(test_broken),
        cmocka_unit_test(test_push),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
