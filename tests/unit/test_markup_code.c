/* Source code: what of its comments is prose, and that every block knows where it comes from. */
#include "markup_fixture.h"

#include "base/io.h"

/* The blocks of a text, joined by "|"; headings start with "#", list items with their depth. */
static const char *read_blocks(const char *path, const char *text) {
    static char out[8192];
    fixture f;
    assert_true(open_fixture(&f, path, cq_str_of(text)));
    out[0] = '\0';
    for (uint32_t i = 0; i < f.blocks.len; i++) {
        const cq_block *block = &f.blocks.at[i];
        size_t used = strlen(out);
        char mark[16] = "";
        if (block->kind == CQ_BLOCK_HEADING) snprintf(mark, sizeof mark, "#");
        if (block->kind == CQ_BLOCK_LIST_ITEM) snprintf(mark, sizeof mark, "%u:", block->depth);
        snprintf(out + used, sizeof out - used, "%s%s%.*s", i ? "|" : "", mark,
                 CQ_FMT(block->text));
    }
    close_fixture(&f);
    return out;
}

#define c(text) read_blocks("a.c", text)
#define python(text) read_blocks("a.py", text)
#define javascript(text) read_blocks("a.js", text)
#define lua(text) read_blocks("a.lua", text)

static void test_line_comments(void **state) {
    (void)state;
    assert_string_equal(c("// One line\n// and another.\nint a;\n"), "One line and another.");
    assert_string_equal(c("// One.\n//\n// Two.\n"), "One.|Two.");
    assert_string_equal(c("// One.\n\n// Two.\n"), "One.|Two.");
    assert_string_equal(c("// One.\n  // Two.\n"), "One.|Two.");
    assert_string_equal(c("int a; // One\n       // goes on.\nint b; // Two.\n"),
                        "One goes on.|Two.");
    assert_string_equal(c("int a; // One.\nint b; // Two.\n"), "One.|Two.");
    assert_string_equal(c("// One\r\n// line.\r\nint a;\r\n"), "One line.");
    assert_string_equal(c("/// Documented.\nint a; ///< A member.\n"), "Documented.|A member.");
    assert_string_equal(python("# One\n# line.\nx = '# no'\n"), "One line.");
    assert_string_equal(lua("-- One\n-- line.\nlocal x = '-- no'\n--- Two.\n"), "One line.|Two.");
}

static void test_block_comments(void **state) {
    (void)state;
    assert_string_equal(c("/* One. */\n"), "One.");
    assert_string_equal(c("/*\n * One\n * line.\n *\n * Two.\n */\n"), "One line.|Two.");
    assert_string_equal(c("/**\n * One.\n **/\n"), "One.");
    assert_string_equal(c("/* One\n   line.\n\n   Two. */\n"), "One line.|Two.");
    assert_string_equal(c("/* --- Lists --- */\n/* Tags ---- */\n/* ---- */"), "#Lists|#Tags");
    assert_string_equal(python("# -- Lists --------\n"), "#Lists");
    assert_string_equal(c("int f(void /* nothing */);"), "nothing");
    assert_string_equal(c("char *s = \"/* no */\";"), "");
    assert_string_equal(lua("--[[ One\nline. ]]\n--[==[ Two. ]==]\n"), "One line.|Two.");
    assert_string_equal(c("/* never closed"), "");
    /* what the parser takes for a comment within a comment is read once */
    assert_string_equal(lua("L-- --\n--[[ A long\ncomment. ]]\nL"), "-- --[[ A long|comment. ]]");
}

static void test_doc_strings(void **state) {
    (void)state;
    assert_string_equal(python("\"\"\"A module.\n\nIt works.\n\"\"\"\n"), "A module.|It works.");
    assert_string_equal(python("# A comment.\n'''A module.'''\n"), "A comment.|A module.");
    assert_string_equal(python("def f():\n    r'''A function.'''\n    'no'\n"), "A function.");
    assert_string_equal(python("class A:\n    'A class.'\n    def f(self):\n        \"Inner.\"\n"),
                        "A class.|Inner.");
    assert_string_equal(python("x = 'no'\n'no'\nfor a in b:\n    'no'\n"), "");
    assert_string_equal(python("def f(): pass\nfor a in b:\n    'no'\n"), "");
    assert_string_equal(python("def f():\n    f'no'\n"), "");
    assert_string_equal(
        python("def f(x):\n    \"\"\"Adds.\n\n    Args:\n        x (int): The number\n"
               "            to add.\n    Returns:\n        The sum.\n    \"\"\"\n"),
        "Adds.|The number to add.|The sum.");
    assert_string_equal(python("def f(x):\n    \"\"\"Adds.\n\n    :param int x: The number.\n"
                               "    :rtype: int\n    >>> f(1)\n    2\n    \"\"\"\n"),
                        "Adds.|The number.");
    assert_string_equal(
        python("def f(x):\n    \"\"\"Adds::\n\n        f(1) is two\n\n    Always.\n    \"\"\"\n"),
        "Adds::|Always.");
    assert_string_equal(
        python("'''A.\n\nwidth (default: 70)\n  the widest\n  line\nother\n  more\n'''"),
        "A.|width (default: 70)|the widest line|other|more");
}

static void test_tags(void **state) {
    (void)state;
    assert_string_equal(
        c("/**\n * \\brief Adds.\n * @param[in] a  The first.\n * @return The sum.\n */"),
        "Adds.|The first.|The sum.");
    assert_string_equal(javascript("/**\n * Adds.\n * @param {number} a - The first\n *   one.\n"
                                   " * @see other\n * @returns {number} The sum.\n"
                                   " * @example\n * add it, please\n */"),
                        "Adds.|The first one.|The sum.");
    assert_string_equal(lua("---Adds.\n---@param a number the first\n---@return number\n"),
                        "Adds.");
    assert_string_equal(lua("-- Adds.\n-- @tparam number a The first.\n"), "Adds.|The first.");
}

static void test_code(void **state) {
    (void)state;
    assert_string_equal(c("// Calls `f(x)` and ``g``, or some_name, twice.\n"),
                        "Calls " OBJECT " and " OBJECT ", or " OBJECT ", twice.");
    assert_string_equal(c("// Give it to call(): see a->b.\n"),
                        "Give it to " OBJECT ": see " OBJECT ".");
    assert_string_equal(c("/** See {@link x} and <code>y</code>, <b>bold</b>. */"),
                        "See " OBJECT " and " OBJECT ", bold.");
    assert_string_equal(c("// int x = 1;\n// f(x);\n// if (a) {\n// }\n"), "");
    assert_string_equal(python("# x = 1\n# print(x)\n"), "");
    assert_string_equal(c("// For example:\n//\n//     some code here\n//\n// Done.\n"),
                        "For example:|Done.");
    assert_string_equal(c("// Look:\n// ```\n// some code\n// ```\n// Done.\n"), "Look:|Done.");
    assert_string_equal(c("/** Look.\n * @code\n * some code\n * @endcode\n * Done.\n */"),
                        "Look.|Done.");
    assert_string_equal(c("// It waits;\n// then it goes on (see below);\n// and ends.\n"),
                        "It waits; then it goes on (see below); and ends.");
}

static void test_not_prose(void **state) {
    (void)state;
    assert_string_equal(c("// SPDX-License-Identifier: MIT\n// Adds.\n// clang-format off\n"),
                        "Adds.");
    assert_string_equal(c("/* Copyright 2001 Somebody\n *\n * Licensed under the X Licence.\n"
                          " * You may use it.\n */\n/* Adds. */"),
                        "Adds.");
    assert_string_equal(
        python("#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n# Adds.\nx = 1  # noqa\n"
               "y = 1  # type: ignore\n"),
        "Adds.");
    assert_string_equal(
        javascript("#!/usr/bin/env node\n/* eslint-disable no-var */\n// @ts-check\n// Adds.\n"),
        "Adds.");
    assert_string_equal(lua("#!/usr/bin/env lua\n-- luacheck: ignore\n-- Adds.\n"), "Adds.");
}

static void test_lists(void **state) {
    (void)state;
    assert_string_equal(
        c("/* Two things:\n   - one\n     line\n   - two\n     * inner\n   - three */"),
        "Two things:|1:one line|1:two|2:inner|1:three");
    assert_string_equal(c("// It is one\n// - or two - of them.\n"),
                        "It is one - or two - of them.");
    assert_string_equal(c("// 1. Go in.\n// 2. Pay.\n"), "1:Go in.|1:Pay.");
}

static void test_typescript(void **state) {
    (void)state;
    assert_string_equal(read_blocks("a.ts", "const a = <T>b; // Adds.\n"), "Adds.");
    assert_string_equal(read_blocks("a.tsx", "const a = <p>{/* Adds. */}// no</p>;\n"), "Adds.");
}

/* Where blocks come from */

static void check_text(const char *path, cq_str text) {
    fixture f;
    if (open_fixture(&f, path, text)) check_blocks(&f);
    close_fixture(&f);
}

static const char *const paths[] = {"a.c", "a.py", "a.js", "a.ts", "a.tsx", "a.lua"};
#define PATH_COUNT (sizeof paths / sizeof *paths)

static const char *const seeds[] = {
    "/* One \xC3\xA9t\xC3\xA9\n * line `code`.\n *\n * - item\n */\nint a; // two: some_name()\n// "
    "three\n",
    "#!/bin/x\n\"\"\"Doc.\n\n    x (int): Text.\n::\n    >>> f\n\"\"\"\ndef f():\n    '''In.'''\n  "
    "  # a\n",
    "/** {@link x} <code>\n * @param {a} b - c\r\n * ```\r\n */ const a = `/* ${1} */`; // "
    "<b>d</b>\n",
    "--[==[ One\n  1. two\n]==]\n--- @tparam x y z\n-- ---- title ----\nlocal a = [[ -- ]] -- "
    "end\n",
};
#define SEED_COUNT (sizeof seeds / sizeof *seeds)

static uint32_t draw(uint32_t *random, uint32_t below) {
    *random = *random * 1664525u + 1013904223u;
    return (*random >> 8) % below;
}

/* Replaces, removes or repeats a few bytes. */
static uint32_t mutate(char *text, uint32_t len, uint32_t *random) {
    static const char marks[] = "/*\n\r `'\"#-[]=@{}<>\\\t:;()\xC3\xFF";
    for (uint32_t count = 1 + draw(random, 6); count > 0 && len > 8; count--) {
        uint32_t at = draw(random, len - 4), width = 1 + draw(random, 3);
        switch (draw(random, 3)) {
        case 0: text[at] = marks[draw(random, sizeof marks - 1)]; break;
        case 1:
            memmove(text + at, text + at + width, len - at - width);
            len -= width;
            break;
        default: memmove(text + at + width, text + at, len - at); len += width;
        }
    }
    return len;
}

static void test_mutations(void **state) {
    (void)state;
    uint32_t random = 1;
    for (uint32_t round = 0; round < 4000; round++) {
        char text[512];
        const char *seed = seeds[round % SEED_COUNT];
        uint32_t len = (uint32_t)strlen(seed);
        memcpy(text, seed, len);
        len = mutate(text, len, &random);
        check_text(paths[draw(&random, PATH_COUNT)], (cq_str){text, len});
    }
}

static void check_folder(const char *folder, cq_str suffix) {
    cq_arena arena;
    cq_strs files = {0};
    cq_err err;
    cq_arena_init(&arena);
    if (!cq_io_find_files(&files, &arena, folder, suffix, &err)) fail_msg("%s", err.message);
    for (uint32_t i = 0; i < files.len; i++) {
        cq_buf bytes = {0};
        if (!cq_io_read_file(&bytes, files.at[i].ptr, &err)) fail_msg("%s", err.message);
        fixture f;
        assert_true(open_fixture(&f, files.at[i].ptr, cq_buf_get(&bytes)));
        check_blocks(&f);
        close_fixture(&f);
        cq_buf_release(&bytes);
    }
    assert_true(files.len > 0);
    cq_arena_release(&arena);
}

/* Run from the root, as all units are. */
static void test_own_sources(void **state) {
    (void)state;
    check_folder("core/base", CQ_STR(".c"));
    check_folder("core/text", CQ_STR(".h"));
    check_folder("plugins", CQ_STR(".c"));
    check_folder("lua", CQ_STR(".lua"));
}

/* The same unit again and again. */
static void check_repeated(const char *path, const char *unit) {
    cq_buf text = {0};
    while (text.len < 2u << 10) cq_buf_push_str(&text, cq_str_of(unit));
    check_text(path, cq_buf_get(&text));
    cq_buf_release(&text);
}

static void test_tangled(void **state) {
    (void)state;
    static const char *const units[] = {
        "/*", "/**/", "//",  "\"",  "'",  "`",  "(",      "{",         "[",    "<a>",
        "[[", "--[[", "'''", "f'{", "${", "#",  "#if\n",  "if x:\n ",  "a<",   "/",
        "*",  "x=>",  "\\",  "\n",  " ",  "`a", "def f(", "function(", "a?b:", "\r"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        for (size_t j = 0; j < PATH_COUNT; j++) check_repeated(paths[j], units[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_comments), cmocka_unit_test(test_block_comments),
        cmocka_unit_test(test_doc_strings),   cmocka_unit_test(test_tags),
        cmocka_unit_test(test_code),          cmocka_unit_test(test_not_prose),
        cmocka_unit_test(test_lists),         cmocka_unit_test(test_typescript),
        cmocka_unit_test(test_mutations),     cmocka_unit_test(test_own_sources),
        cmocka_unit_test(test_tangled),
    };
    return cmocka_run_group_tests_name("markup_code", tests, NULL, NULL);
}
