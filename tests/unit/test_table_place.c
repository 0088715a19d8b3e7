/* Where the keys of tables stand in a Lua text. */
#include "lua/table_place.h"

#include "cmocka_first.h"

#include <stdlib.h>

/* The line of "a.b.c"; 0: it has no place, nor has a beginning of it. */
static uint32_t line_of(const char *text, const char *keys) {
    cq_arena arena;
    cq_table_places places = {0};
    cq_arena_init(&arena);
    cq_table_place_find(&places, &arena, cq_str_of(text));
    char *path = strdup(keys);
    for (char *p = path; *p; p++)
        if (*p == '.') *p = CQ_TABLE_PLACE_JOINT;
    const cq_table_place *place = cq_table_place_of(&places, cq_str_of(path));
    uint32_t line = place ? place->line : 0;
    free(path);
    cq_arena_release(&arena);
    return line;
}

static const char config[] =
    "-- return { no = 1 }\n"
    "return {\n"
    "  language = \"en\", fail_on = 'x',\n"
    "  rules = {\n"
    "    [\"en/its-own\"] = \"off\", -- [\"en/none\"] = 1\n"
    "    ['en/two'] = { level = [[hint]],\n"
    "      options = { most = 3 } },\n"
    "  };\n"
    "  --[==[\n"
    "  hidden = 1 ]==]\n"
    "  words = { \"a, }\", [==[b\n]]\n]==],\n"
    "    \"c\" },\n"
    "  last = f { inner = 1 }, [1] = 2, behind = 1 == 2,\n"
    "  check = function(a, b) local t = { deep = 1 } if a then return t end end,\n"
    "  final = -1,\n"
    "}\n";

static void test_lines(void **state) {
    (void)state;
    assert_int_equal(line_of(config, "language"), 3);
    assert_int_equal(line_of(config, "fail_on"), 3);
    assert_int_equal(line_of(config, "rules"), 4);
    assert_int_equal(line_of(config, "rules.en/its-own"), 5);
    assert_int_equal(line_of(config, "rules.en/two.level"), 6);
    assert_int_equal(line_of(config, "rules.en/two.options.most"), 7);
    assert_int_equal(line_of(config, "words.1"), 11);
    assert_int_equal(line_of(config, "words.3"), 14);
    assert_int_equal(line_of(config, "last"), 15);
    assert_int_equal(line_of(config, "behind"), 15);
    assert_int_equal(line_of(config, "check"), 16);
    assert_int_equal(line_of(config, "final"), 17);
}

static void test_what_has_none(void **state) {
    (void)state;
    assert_int_equal(line_of(config, "no"), 0);
    assert_int_equal(line_of(config, "hidden"), 0);
    assert_int_equal(line_of(config, "inner"), 0);
    assert_int_equal(line_of(config, "deep"), 0);
    assert_int_equal(line_of(config, "rules.en/none"), 4); /* the table that it would be in */
    assert_int_equal(line_of("", "a"), 0);
    assert_int_equal(line_of("return {", "a"), 0);
    assert_int_equal(line_of("return { a = { b = { ", "a.b"), 1);
}

static void test_last_counts(void **state) {
    (void)state;
    assert_int_equal(line_of("local x = { a = 1 }\nreturn { a = 2 }", "a"), 2);
    assert_int_equal(line_of("return { a = 1,\na = 2 }", "a"), 2);
}

/* Tables in tables in tables: no stack is deep enough for all of them. */
static void test_depth(void **state) {
    (void)state;
    enum { COUNT = 200000 };
    char *text = calloc(1, COUNT * 2 + 1);
    memset(text, '{', COUNT);
    memset(text + COUNT, '}', COUNT);
    assert_int_equal(line_of(text, "1"), 1);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_what_has_none),
        cmocka_unit_test(test_last_counts),
        cmocka_unit_test(test_depth),
    };
    return cmocka_run_group_tests_name("table_place", tests, NULL, NULL);
}
