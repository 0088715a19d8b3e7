/* The code of a rule: what is left of its Lua text, and that the rest stays as it was. */
#include "lua/stock/code.h"

#include "cmocka_first.h"

static void check(const char *text, const char *expected) {
    cq_buf out = {0};
    cq_stock_code_push(&out, cq_str_of(text));
    expect_str(cq_buf_get(&out), expected);
    cq_buf_release(&out);
}

static void remarks_and_white_space_go_but_lines_stay(void **state) {
    (void)state;
    check("local  a = 1 -- one\n\n  a = 2", "local a = 1\n\na = 2");
    check("a--[==[ ]]\n]==]b --[=x\nc", "a\nb\nc");
    check("return - --[[minus]]-1", "return - -1");
    check("for i = 1, 3 do goto next ::next:: end", "for i = 1, 3 do goto next ::next:: end");
}

static void strings_and_numbers_stay(void **state) {
    (void)state;
    check("'it\\'s --' .. \"a\\\n  b\\z\n  c\"", "'it\\'s --' .. \"a\\\n  b\\z\n  c\"");
    check("t[ [[ -- ]] ] = [==[ ]]  ]=] ]==]", "t[ [[ -- ]] ] = [==[ ]]  ]=] ]==]");
    check("t[u[1]] = 0x.1p4 + 0xA.8p-1 + 1  ..2", "t[u[1]] = 0x.1p4 + 0xA.8p-1 + 1 ..2");
    check("local x <const>, y <close> = 3", "local x <const>, y <close> = 3");
}

static void known_fields_go(void **state) {
    (void)state;
    check("return { api = 1, why = [[a,\n}]], bad = { 'x', { 'y' } }, check = f }",
          "return { api = 1, why = 0 \n, bad = 0 , check = f }");
    check("return { api = 1, summary = 's'; options = { level = 2 } }",
          "return { api = 1, summary = 0 ; options = { level = 2 } }");
}

static void fields_of_other_tables_stay(void **state) {
    (void)state;
    check("return { level = 1, bad = 2 }", "return { level = 1, bad = 2 }");
    check("local rule = { api = 1, level = 'hint' } local other = { level = 1, source = 2 }",
          "local rule = { api = 1, level = 0 } local other = { level = 1, source = 2 }");
}

static void a_rule_that_speaks_of_itself_keeps_its_fields(void **state) {
    (void)state;
    check("local rule = { api = 1, bad = 'x' } print(rule.bad)",
          "local rule = { api = 1, bad = 'x' } print(rule.bad)");
}

static void what_is_no_lua_comes_to_its_end(void **state) {
    (void)state;
    check("'open", "'open");
    check("[[open", "[[open");
    check("--[[open", " ");
    check("}}{{ api", "}}{{ api");
    check("a\\", "a\\");
    check("'\\", "'\\");
    check("", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(remarks_and_white_space_go_but_lines_stay),
        cmocka_unit_test(strings_and_numbers_stay),
        cmocka_unit_test(known_fields_go),
        cmocka_unit_test(fields_of_other_tables_stay),
        cmocka_unit_test(a_rule_that_speaks_of_itself_keeps_its_fields),
        cmocka_unit_test(what_is_no_lua_comes_to_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
