/* The sandbox: what is in it, that what is in it works as Lua's manual says, and that nothing in it can
   be changed or run for ever. */
#include "lua/chunk.h"
#include "lua/lettercase.h"
#include "lua/sandbox.h"
#include "lua/session.h"

/* clang-format off: cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
/* clang-format on */

#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static cq_sandbox sandbox;
static cq_session session;

static int open_sandbox(void **state) {
    (void)state;
    cq_err err;
    cq_session_init(&session);
    if (!cq_sandbox_open(&sandbox, (size_t)64 << 20, CQ_STR("lua"), &err)) {
        print_error("%s\n", err.message);
        return -1;
    }
    sandbox.session = &session;
    return 0;
}

static int close_sandbox(void **state) {
    (void)state;
    cq_sandbox_close(&sandbox);
    cq_session_release(&session);
    return 0;
}

/* What `code` returns as a string, or its error message. */
static const char *run_in(lua_State *L, const char *code, bool is_sandboxed) {
    static char out[2][65536];
    static int turn;
    char *result = out[turn ^= 1];
    lua_settop(L, 0);
    int status = luaL_loadbufferx(L, code, strlen(code), "=code", "t");
    if (status == LUA_OK && is_sandboxed) {
        cq_sandbox_push_globals(L);
        lua_setupvalue(L, -2, 1);
    }
    if (status == LUA_OK) status = lua_pcall(L, 0, 1, 0);
    const char *text = lua_tostring(L, -1);
    snprintf(result, sizeof out[0], "%s", text ? text : luaL_typename(L, -1));
    lua_settop(L, 0);
    return result;
}

static const char *run(const char *code) {
    return run_in(sandbox.L, code, true);
}

/* The names in the table at the top, sorted, with spaces between. */
static const char *names_of(const char *library) {
    char code[512];
    snprintf(code, sizeof code,
             "local names = {} for name in pairs(%s) do names[#names + 1] = name end "
             "table.sort(names) return table.concat(names, ' ')",
             library);
    return run(code);
}

static void test_contents(void **state) {
    (void)state;
    assert_string_equal(names_of("_ENV"),
                        "assert error ipairs math next pairs pcall require select string table "
                        "tonumber tostring type utf8");
    assert_string_equal(names_of("string"), "byte char find format gmatch gsub len lower match rep "
                                            "reverse sub upper");
    assert_string_equal(names_of("table"), "concat insert pack remove set sort unpack");
    assert_string_equal(
        names_of("math"),
        "abs acos asin atan ceil cos deg exp floor fmod huge log max maxinteger min "
        "mininteger modf pi rad sin sqrt tan tointeger type ult");
    assert_string_equal(names_of("utf8"), "char charpattern codepoint codes len offset");
}

static void test_read_only(void **state) {
    (void)state;
    assert_non_null(strstr(run("x = 1"), "cannot set 'x'"));
    assert_non_null(strstr(run("string.find = nil"), "read-only"));
    assert_non_null(strstr(run("table.insert(string, 'x')"), "read-only"));
    assert_string_equal(run("return tostring(next(string))"), "nil");
    assert_string_equal(run("local f, s = pairs(string) return type(s)"), "nil");
    assert_non_null(strstr(run("('').x = 1"), "attempt to index"));
    assert_string_equal(run("return tostring(('x').y)"), "nil");
    assert_non_null(strstr(run("return '1' + 1"), "arithmetic"));
}

static void test_modules(void **state) {
    (void)state;
    assert_string_equal(run("local w = require 'calque.words' return tostring(w.articles.the)"),
                        "true");
    assert_string_equal(run("return tostring(require 'calque.words' == require 'calque.words')"),
                        "true");
    assert_non_null(strstr(run("require('calque.words').articles.x = 1"), "read-only"));
    assert_string_equal(run("local n = 0 for _ in pairs(require('calque.words').articles) do n = n "
                            "+ 1 end return n"),
                        "3");
    assert_non_null(strstr(run("require 'calque.nothing'"), "calque/nothing.lua"));
    assert_non_null(strstr(run("require '_words'"), "no module")); /* no rule is being loaded */
    assert_non_null(strstr(run("require 'calque/../words'"), "no module"));
}

/* No addresses: they differ from run to run. */
static void test_to_string(void **state) {
    (void)state;
    assert_string_equal(run("return tostring({})"), "table");
    assert_string_equal(run("return tostring(print or tostring)"), "function");
    assert_string_equal(run("return ('%s %s'):format({}, type)"), "table function");
    assert_string_equal(run("return ('%5.1f|%q|%%|%x'):format(1.25, 'a\\n', 255)"),
                        "  1.2|\"a\\\n\"|%|ff");
    assert_non_null(strstr(run("return ('%p'):format('')"), "invalid conversion"));
    assert_non_null(strstr(run("return ('\\0%-5p'):format('')"), "invalid conversion"));
}

static void test_letter_case(void **state) {
    (void)state;
    assert_string_equal(run("return ('Ünïcode ÇA'):lower()"), "ünïcode ça");
    assert_string_equal(run("return ('straße à'):upper()"), "STRAßE À");
    assert_string_equal(run("return #('\\255\\200a'):upper()"), "3");
    cq_arena arena;
    cq_arena_init(&arena);
    const char *const cases[][3] = {
        {"as part of", "In the", "As part of"},
        {"as part of", "IN THE", "AS PART OF"},
        {"as part of", "in The", "as part of"},
        {"été", "À", "Été"},
        {"x", "I", "X"},
        {"", "IN", ""},
        {"a", "", "a"},
        {"one", "U.S.", "ONE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cq_str got = cq_lettercase_carry(&arena, cq_str_of(cases[i][0]), cq_str_of(cases[i][1]));
        assert_string_equal(got.ptr, cases[i][2]);
    }
    cq_arena_release(&arena);
}

/* Code that must give the same in the sandbox and in plain Lua. `show` makes one string of all. */
static void compare(lua_State *plain, const char *expression) {
    char code[2048];
    snprintf(code, sizeof code,
             "local function show(...) local t = {} for i = 1, select('#', ...) do "
             "t[i] = tostring((select(i, ...))) end return table.concat(t, ',') end "
             "local ok, result = pcall(function() return show(%s) end) "
             "return ok and result or 'error'",
             expression);
    const char *ours = run(code), *theirs = run_in(plain, code, false);
    /* What is wrong in a pattern is an error here even where plain Lua would not come to it. */
    if (strcmp(ours, "error") == 0 && strncmp(theirs, "nil", 3) == 0) return;
    if (strcmp(ours, theirs) != 0)
        fail_msg("%s is \"%s\", in plain Lua \"%s\"", expression, ours, theirs);
}

static void test_strings_as_in_lua(void **state) {
    (void)state;
    static const char *const expressions[] = {
        "('hello'):sub(2)",
        "('hello'):sub(-3, -2)",
        "('hello'):sub(0)",
        "('hello'):sub(2, 100)",
        "('hello'):sub(4, 2)",
        "('hello'):sub(-100, 2)",
        "('hello'):byte()",
        "('hello'):byte(2, 4)",
        "('hello'):byte(-1)",
        "('hello'):byte(10)",
        "(''):byte()",
        "('hello'):byte(0)",
        "('hello'):byte(-10, -4)",
        "string.char(72, 105)",
        "string.char()",
        "('abc'):reverse()",
        "(''):reverse()",
        "('ab'):rep(3)",
        "('ab'):rep(3, ', ')",
        "('ab'):rep(1, ',')",
        "('ab'):rep(0)",
        "('ab'):rep(-1)",
        "(''):rep(5, 'x')",
        "('abcdefg'):rep(1000):len()",
        "('ab'):rep(7, '--')",
        "#'abc'",
        "('hello world'):find('o w')",
        "('hello'):find('l', 1, true)",
        "('hello'):find('xyz')",
        "('hello'):find('')",
        "('hello'):find('', 10)",
        "('hello'):find('', 6)",
        "('a.b'):find('.', 2, true)",
        "('hello'):find('l', -2)",
        "('hello'):match('(h)(.)')",
        "('hello'):match('()ll()')",
        "('key = value'):match('(%w+)%s*=%s*(%w+)')",
        "('hello'):gsub('l', 'L')",
        "('hello'):gsub('l', {l = 1})",
        "('hello'):gsub('', '-')",
        "('hello world'):gsub('%w+', '<%0>')",
        "('hello'):gsub('(h)(e)', '%2%1')",
        "('hello'):gsub('l', 'x', 1)",
        "('hello'):gsub('l', function() return false end)",
        "('hello'):gsub('l', function(c) return c .. c end)",
        "('abc'):gsub('%w', '%%%0')",
        "('abc'):gsub('%w', '%1')",
        "('abc'):gsub('%w', '%2')",
        "('abc'):gsub('%w', '%x')",
        "('abc'):gsub('b', true)",
        "('abc'):gsub('b', function() return {} end)",
        "('hello'):gsub('^h', 'j')",
        "('hh'):gsub('^h', 'j')",
        "('abc'):gsub('b', '', -1)",
        "('THE (quick) fox'):find('%((%a+)%)')",
        "('f(a(b)c)d'):match('%b()')",
        "('THE (quick) fox'):gsub('%f[%a]%a+', 'w')",
        "('[[x]]'):match('%[%[(.-)%]%]')",
        "('a]b'):match('[]]')",
        "('a^b'):match('[%^x]')",
        "('a-b'):match('[a%-]+')",
        "('x=1'):match('^(%w+)=(%d+)$')",
        "('aaa'):match('a-$')",
        "('aaab'):match('^a*b?$')",
        "('a\\0b'):find('\\0')",
        "('a\\0b'):match('[\\0]b')",
        "('abab'):match('(a)(b)%1%2')",
        "('x'):match('(')",
        "('x'):match(')')",
        "('x'):match('[a')",
        "('x'):match('%')",
        "('x'):match('%b')",
        "('x'):match('%f')",
        "('x'):match('%1')",
        "('x'):match('(%1)')",
        "('x'):match('[%')",
        "('x'):match('^^x')",
        "('^x'):match('^^x')",
        "('a$b'):match('$b')",
        "('a*'):match('*')",
        "('a+b'):gsub('+', '-')",
        "('-'):match('-')",
        "('hello'):match('.-(l+)')",
        "('  trim  '):match('^%s*(.-)%s*$')",
        "('0x1F'):match('%x+')",
        "('a,b,,c'):gsub(',', ';')",
        "('abc'):match('b', -2)",
        "('abc'):match('b', 3)",
        "('abc'):find('b', nil, true)",
        "('abc'):find(nil)",
        "('%d'):gsub('%%d', '%%s')",
        "tostring(nil)",
        "tostring(1.5)",
        "tonumber('0x10')",
        "tonumber('z', 36)",
    };
    lua_State *plain = luaL_newstate();
    luaL_openlibs(plain);
    for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++)
        compare(plain, expressions[i]);
    lua_close(plain);
}

static void test_iteration_as_in_lua(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "for w in ('one two'):gmatch('%a+') do t[#t + 1] = w end",
        "for k, v in ('a=1, b=2'):gmatch('(%w)=(%w)') do t[#t + 1] = k .. v end",
        "for w in ('abc'):gmatch('') do t[#t + 1] = '[' .. w .. ']' end",
        "for w in ('abc'):gmatch('x*') do t[#t + 1] = '[' .. w .. ']' end",
        "for w in ('axbx'):gmatch('x*') do t[#t + 1] = '[' .. w .. ']' end",
        "for p in ('abc'):gmatch('()b') do t[#t + 1] = p end",
        "for w in ('abab'):gmatch('b', 3) do t[#t + 1] = w end",
        "for w in ('abab'):gmatch('.', -2) do t[#t + 1] = w end",
        "for w in ('abc'):gmatch('.', 10) do t[#t + 1] = w end",
        "for w in ('^a^b'):gmatch('^%a') do t[#t + 1] = w end",
        "t = {5, 3, 9, 1} table.sort(t)",
        "t = {5, 3, 9, 1} table.sort(t, function(a, b) return a > b end)",
        "t = {'b', 'a', 'c', 'a'} table.sort(t)",
        "for i = 1, 100 do t[i] = i * 7919 % 101 end table.sort(t)",
        "t = {1} table.sort(t)",
        "table.sort(t)",
        "table.insert(t, 'a') table.insert(t, 1, 'b') table.insert(t, 2, 'c')",
        "t = {1, 2, 3} t[#t + 1] = table.remove(t, 1)",
        "t = {1, 2, 3} table.remove(t) table.remove(t)",
        "table.remove(t)",
        "t = {1, 2, 3} table.remove(t, 4)",
        "t = {1, 2, 3} table.remove(t, 5)",
        "t = {1, 2, 3} table.insert(t, 5, 'x')",
        "t = {1, 2, 3} table.insert(t, 0, 'x')",
        "table.insert(t)",
        "t = table.pack(1, nil, 3) t[2] = t.n",
        "t = {table.unpack({1, 2, 3}, 2)}",
        "t = {table.unpack({1, 2, 3}, 2, 2)}",
        "t = {table.concat({1, 2, 'x'}, '-', 2)}",
        "t = {table.concat({1, 2, 'x'}, '-', 2, 1)}",
        "t = {table.concat({1, {}, 'x'})}",
    };
    lua_State *plain = luaL_newstate();
    luaL_openlibs(plain);
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        char code[512];
        snprintf(code, sizeof code,
                 "(function() local t = {} %s for i, v in ipairs(t) do t[i] = tostring(v) end "
                 "return table.concat(t, ',') end)()",
                 bodies[i]);
        compare(plain, code);
    }
    lua_close(plain);
}

/* A pattern or a subject made of few characters, so that matches are frequent. */
static void make_string(char *out, const char *const *pieces, unsigned count, unsigned most) {
    unsigned length = (unsigned)rand() % (most + 1);
    *out = '\0';
    for (unsigned i = 0; i < length; i++) strcat(out, pieces[(unsigned)rand() % count]);
}

static void test_random_patterns_as_in_lua(void **state) {
    (void)state;
    static const char *const pattern_pieces[] = {
        "a",      "b", "c", ".",  "%a",  "%A", "%d", "[ab]", "[^a]", "[a-b]",
        "[%d%s]", "*", "+", "-",  "?",   "(",  ")",  "()",   "%1",   "%b()",
        "%f[a]",  "^", "$", "%.", "[]]", "]",  " ",  "%w",   "%p"};
    static const char *const subject_pieces[] = {"a", "b", "ab", "c", "1", " ", "(", ")", ".", "]"};
    lua_State *plain = luaL_newstate();
    luaL_openlibs(plain);
    srand(20240817);
    for (int i = 0; i < 20000; i++) {
        char pattern[64], subject[64], expression[512];
        make_string(pattern, pattern_pieces, sizeof pattern_pieces / sizeof *pattern_pieces, 6);
        make_string(subject, subject_pieces, sizeof subject_pieces / sizeof *subject_pieces, 10);
        snprintf(expression, sizeof expression,
                 "('%s'):find('%s', %d), ('%s'):match('%s'), ('%s'):gsub('%s', '<%%0>')", subject,
                 pattern, rand() % 4, subject, pattern, subject, pattern);
        compare(plain, expression);
    }
    lua_close(plain);
}

static const char *run_with_budget(const char *code, uint32_t milliseconds, bool *is_over) {
    cq_err err;
    assert_true(cq_budget_start_clock(&sandbox.budget, NULL, &err));
    cq_budget_begin(&sandbox.budget, milliseconds);
    const char *result = run(code);
    *is_over = cq_budget_end(&sandbox.budget);
    cq_budget_stop_clock(&sandbox.budget);
    return result;
}

static void test_time(void **state) {
    (void)state;
    static const char *const loops[] = {
        "while true do end",
        "while true do pcall(function() while true do end end) end",
        "local t = {} for i = 62, 0, -1 do t[1 << i] = 1 end table.insert(t, 1, 1)",
        "local t = {} for i = 62, 0, -1 do t[1 << i] = 1 end table.remove(t, 1)",
        "while true do pcall(string.find, ('a'):rep(1000), ('.-'):rep(40) .. 'x') end",
        "while true do ('x'):rep(10000):gsub('.', tostring) end",
    };
    for (size_t i = 0; i < sizeof loops / sizeof *loops; i++) {
        bool is_over;
        const char *result = run_with_budget(loops[i], 50, &is_over);
        assert_true(is_over);
        assert_non_null(strstr(result, "over its time budget"));
    }
    bool is_over;
    assert_string_equal(run_with_budget("return 1 + 1", 50, &is_over), "2");
    assert_false(is_over);
}

static bool is_third_question(void *context) {
    return ++*(int *)context == 3;
}

/* Whoever waits is asked every millisecond; when patience is over, so is the run, whatever it catches. */
static void test_patience(void **state) {
    (void)state;
    int asked = 0;
    cq_patience patience = {is_third_question, &asked};
    cq_err err;
    assert_true(cq_budget_start_clock(&sandbox.budget, &patience, &err));
    cq_budget_begin(&sandbox.budget, 60000);
    run("while true do pcall(function() while true do end end) end");
    assert_true(cq_budget_end(&sandbox.budget));
    assert_true(sandbox.budget.is_given_up);
    assert_int_equal(asked, 3);
    cq_budget_stop_clock(&sandbox.budget);
    bool is_over;
    assert_string_equal(run_with_budget("return 1 + 1", 50, &is_over), "2");
    assert_false(is_over);
    assert_false(sandbox.budget.is_given_up);
}

/* Each label is compared with all the jumps before it: 4 MB would take the parser minutes. */
static void test_time_in_the_parser(void **state) {
    (void)state;
    char path[] = "/tmp/calque-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    for (int i = 0; i < 120000; i++) fprintf(file, "goto l%d ", i);
    for (int i = 0; i < 120000; i++) fprintf(file, "::l%d:: ", i);
    fclose(file);
    cq_err err;
    assert_true(cq_budget_start_clock(&sandbox.budget, NULL, &err));
    cq_budget_begin(&sandbox.budget, 50);
    assert_false(cq_chunk_load(sandbox.L, path, "labels"));
    bool is_over = cq_budget_end(&sandbox.budget);
    cq_budget_stop_clock(&sandbox.budget);
    assert_true(is_over || strstr(lua_tostring(sandbox.L, -1), "too many"));
    lua_settop(sandbox.L, 0);
    remove(path);
}

static void test_memory(void **state) {
    (void)state;
    assert_non_null(strstr(run("return #('x'):rep(100000000)"), "too large"));
    assert_non_null(strstr(run("local s = 'x' while true do s = s .. s end"), "not enough memory"));
    assert_non_null(
        strstr(run("local t = {} for i = 1, 1e9 do t[i] = {} end"), "not enough memory"));
    const cq_budget *budget = &sandbox.budget;
    assert_true(budget->memory_large + cq_small_memory_used(&budget->small) <=
                budget->memory_limit);
    lua_gc(sandbox.L, LUA_GCCOLLECT);
    assert_true(sandbox.budget.memory_used < (size_t)2 << 20);
    assert_string_equal(run("return #('x'):rep(1000000)"), "1000000");
    /* a set is as large as its words are many */
    assert_string_equal(run("return tostring(table.set(('a '):rep(4000000)).a)"), "true");
}

static void test_text_only(void **state) {
    (void)state;
    char path[] = "/tmp/calque-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    lua_State *plain = luaL_newstate();
    luaL_openlibs(plain);
    assert_string_equal(run_in(plain, "return #string.dump(load 'return 1') > 4", false),
                        "boolean");
    luaL_loadstring(plain, "return string.dump(load 'return 1')");
    lua_call(plain, 0, 1);
    size_t len;
    const char *bytes = lua_tolstring(plain, -1, &len);
    assert_int_equal(write(fd, bytes, len), len);
    close(fd);
    lua_close(plain);
    assert_false(cq_chunk_load(sandbox.L, path, "binary"));
    assert_non_null(strstr(lua_tostring(sandbox.L, -1), "binary chunk"));
    lua_settop(sandbox.L, 0);
    assert_false(cq_chunk_load(sandbox.L, "/nowhere/x.lua", "x"));
    assert_non_null(strstr(lua_tostring(sandbox.L, -1), "/nowhere/x.lua"));
    lua_settop(sandbox.L, 0);
    remove(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contents),
        cmocka_unit_test(test_read_only),
        cmocka_unit_test(test_modules),
        cmocka_unit_test(test_to_string),
        cmocka_unit_test(test_letter_case),
        cmocka_unit_test(test_strings_as_in_lua),
        cmocka_unit_test(test_iteration_as_in_lua),
        cmocka_unit_test(test_random_patterns_as_in_lua),
        cmocka_unit_test(test_time),
        cmocka_unit_test(test_patience),
        cmocka_unit_test(test_time_in_the_parser),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_text_only),
    };
    return cmocka_run_group_tests(tests, open_sandbox, close_sandbox);
}
