/* lua/meta/calque.lua, which editors show to rule authors, says what the views really have; its examples
   are true, and rules/API.md is the manual that is made of it. */
#include "host_fixture.h"

#include "base/io.h"
#include "lua/view.h"
#include "plugins/cli/manual.h"

typedef struct name_list {
    cq_arena arena;
    cq_strs names;
} name_list;

static int compare_names(const void *a, const void *b) {
    return cq_str_compare(*(const cq_str *)a, *(const cq_str *)b);
}

/* The names, sorted, with spaces between. */
static const char *join(name_list *list) {
    static char out[2][4096];
    static int turn;
    char *text = out[turn ^= 1];
    *text = '\0';
    if (list->names.len)
        qsort(list->names.at, list->names.len, sizeof *list->names.at, compare_names);
    for (uint32_t i = 0; i < list->names.len; i++)
        add(text, sizeof out[0], "%s%s", i ? " " : "", list->names.at[i].ptr);
    cq_arena_release(&list->arena);
    *list = (name_list){0};
    return text;
}

static void push_name(name_list *list, const char *start) {
    size_t len = strspn(start, "abcdefghijklmnopqrstuvwxyz_0123456789");
    if (len)
        *CQ_ARRAY_PUSH(&list->arena, &list->names) = cq_str_dup(&list->arena, (cq_str){start, len});
}

/* Pushes the fields and methods that the annotations give to a class, up to the next class. */
static void read_class(name_list *out, const char *meta, const char *name) {
    char head[64];
    snprintf(head, sizeof head, "---@class calque.%s\n", name);
    const char *at = strstr(meta, head);
    if (!at) { /* a class with a parent */
        snprintf(head, sizeof head, "---@class calque.%s:", name);
        at = strstr(meta, head);
    }
    assert_non_null(at);
    while ((at = strchr(at, '\n'))) {
        at++;
        if (strncmp(at, "---@class ", 10) == 0) break;
        if (strncmp(at, "---@field ", 10) == 0) push_name(out, at + 10);
        const char *colon = strncmp(at, "function ", 9) == 0 ? strchr(at, ':') : NULL;
        if (colon) push_name(out, colon + 1);
    }
}

/* Pushes the keys of the table at the top, and pops it. */
static void read_table(name_list *out, lua_State *L) {
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        push_name(out, lua_tostring(L, -1));
    }
    lua_pop(L, 1);
}

/* Pushes the methods and fields of a kind: the upvalues of its metatable's __index. */
static void read_view(name_list *out, lua_State *L, cq_view_kind kind) {
    cq_view_push(L, kind, 0);
    assert_true(lua_getmetatable(L, -1));
    lua_getfield(L, -1, "__index");
    for (int i = 1; i <= 2; i++) {
        assert_non_null(lua_getupvalue(L, -1, i));
        read_table(out, L);
    }
    lua_settop(L, 0);
}

static void test_views(void **state) {
    (void)state;
    static const char *const classes[CQ_VIEW_COUNT][2] = {
        {"sentence", "text"}, {"block", "text"}, {"quotation", NULL}, {"document", NULL}};
    cq_err err;
    cq_buf meta = {0};
    cq_sandbox sandbox;
    cq_session session;
    cq_intern words;
    cq_doc doc;
    cq_doc_options options = {0};
    assert_true(cq_io_read_file(&meta, "lua/meta/calque.lua", &err));
    cq_buf_push(&meta, '\0');
    assert_true(cq_sandbox_open(&sandbox, (size_t)64 << 20, CQ_STR("lua"), &err));
    cq_session_init(&session);
    sandbox.session = &session;
    cq_view_open_all(sandbox.L);
    cq_intern_init(&words);
    assert_true(cq_doc_open(&doc, &words, CQ_STR("a.txt"), CQ_STR("A “b”."), &options, &err));
    cq_session_begin(&session, &doc, NULL);
    for (int kind = 0; kind < CQ_VIEW_COUNT; kind++) {
        name_list annotated = {0}, real = {0};
        for (int i = 0; i < 2 && classes[kind][i]; i++)
            read_class(&annotated, meta.ptr, classes[kind][i]);
        read_view(&real, sandbox.L, (cq_view_kind)kind);
        const char *expected = join(&real);
        assert_string_equal(join(&annotated), expected);
    }
    cq_session_end(&session);
    cq_doc_close(&doc);
    cq_intern_release(&words);
    cq_session_release(&session);
    cq_sandbox_close(&sandbox);
    cq_buf_release(&meta);
}

/* Every annotated field of a rule is known to the loader, and none of them may be anything. */
static void test_rule_fields(void **state) {
    (void)state;
    cq_err err;
    cq_buf meta = {0};
    name_list fields = {0};
    assert_true(cq_io_read_file(&meta, "lua/meta/calque.lua", &err));
    cq_buf_push(&meta, '\0');
    read_class(&fields, meta.ptr, "rule");
    assert_true(fields.names.len > 15);
    for (uint32_t i = 0; i < fields.names.len; i++) {
        host_fixture f;
        char text[256];
        begin_fixture(&f);
        snprintf(text, sizeof text, "%s = 0 / 0", fields.names.at[i].ptr);
        write_rule(&f, "r", text, "");
        open_host(&f);
        const char *troubles = take_troubles(&f);
        if (strstr(troubles, "there is no field") || !*troubles)
            fail_msg("field %s: %s", fields.names.at[i].ptr, troubles);
        end_fixture(&f);
    }
    join(&fields);
    cq_buf_release(&meta);
}

/* The text that the annotations name for their examples: the line that begins with "-- > ". */
static const char *read_sample(cq_arena *arena, const char *meta) {
    const char *line = strstr(meta, "\n-- > ");
    assert_non_null(line);
    line += strlen("\n-- > ");
    return cq_str_dup(arena, (cq_str){line, strcspn(line, "\n")}).ptr;
}

/* The head of a rule that reports what each of its examples comes to. */
#define EXAMPLES_HEAD                                                                              \
    "local function show(...)\n"                                                                   \
    "    local all = {}\n"                                                                         \
    "    for i = 1, select('#', ...) do\n"                                                         \
    "        local v = select(i, ...)\n"                                                           \
    "        all[i] = type(v) == 'string' and '\"' .. v .. '\"' or tostring(v)\n"                  \
    "    end\n"                                                                                    \
    "    return #all > 0 and table.concat(all, ', ') or 'nil'\n"                                   \
    "end\n"                                                                                        \
    "return { api = 1, summary = 's', why = 'w', level = 'error', mqm = 'grammar',\n"              \
    "    scope = 'document', trigger = 'ship', bad = { '<<x>>' }, good = { 'x' }, check = "        \
    "function(match, report)\n"                                                                    \
    "    local said, d, s, b, q = {}, match.doc\n"                                                 \
    "    for sentence in d:sentences() do s = s or sentence end\n"                                 \
    "    b = s.block\n"                                                                            \
    "    for quotation in d:quotations() do q = q or quotation end\n"

/* Appends what reports an example, "EXPRESSION --> VALUE" or statements that return it, and what the
   report has to be. */
static void push_example(cq_buf *rule, cq_strs *expected, cq_arena *arena, cq_str line) {
    size_t arrow = cq_str_find(line, CQ_STR(" --> "));
    cq_str code = cq_str_slice(line, 0, arrow), value = cq_str_slice(line, arrow + 5, line.len);
    bool is_statement =
        cq_str_has_prefix(code, CQ_STR("for ")) || cq_str_has_prefix(code, CQ_STR("local "));
    assert_true(arrow < line.len);
    *CQ_ARRAY_PUSH(arena, expected) =
        cq_str_format(arena, "%.*s --> %.*s;", CQ_FMT(code), CQ_FMT(value));
    cq_buf_push_format(rule,
                       "said[#said + 1] = [==[%.*s --> ]==] .. show((function() %s%.*s end)())\n",
                       CQ_FMT(code), is_statement ? "" : "return ", CQ_FMT(code));
}

/* `expected` is "EXPRESSION --> VALUE;". */
static void check_example(const char *found, const char *expected) {
    char code[512];
    snprintf(code, sizeof code, "%.*s", (int)(strstr(expected, "-->") - expected), expected);
    const char *real = strstr(found, code);
    assert_non_null(real);
    if (!strstr(found, expected))
        fail_msg("lua/meta/calque.lua says %s but it is %.*s", expected, (int)strcspn(real, ";"),
                 real);
}

static void test_examples(void **state) {
    (void)state;
    cq_err err;
    cq_buf meta = {0}, rule = {0};
    cq_strs expected = {0};
    host_fixture f;
    begin_fixture(&f);
    assert_true(cq_io_read_file(&meta, "lua/meta/calque.lua", &err));
    cq_buf_push(&meta, '\0');
    cq_buf_push_str(&rule, CQ_STR(EXAMPLES_HEAD));
    for (const char *at = meta.ptr; (at = strstr(at, "\n---    ")); at++) {
        const char *line = at + strlen("\n---    ");
        push_example(&rule, &expected, &f.arena, (cq_str){line, strcspn(line, "\n")});
    }
    cq_buf_push_str(&rule, CQ_STR("report(s, 1, 1, table.concat(said, '; ') .. ';')\nend }\n"));
    cq_buf_push(&rule, '\0');
    write_file(&f, "en/x/examples.lua", rule.ptr);
    open_host(&f);
    const char *found = lint(&f, read_sample(&f.arena, meta.ptr));
    assert_string_equal(take_troubles(&f), "");
    assert_true(expected.len > 40);
    for (uint32_t i = 0; i < expected.len; i++) check_example(found, expected.at[i].ptr);
    end_fixture(&f);
    cq_buf_release(&rule);
    cq_buf_release(&meta);
}

static void test_manual(void **state) {
    (void)state;
    cq_err err;
    cq_buf meta = {0}, page = {0}, manual = {0};
    assert_true(cq_io_read_file(&meta, "lua/meta/calque.lua", &err));
    assert_true(cq_io_read_file(&page, "rules/API.md", &err));
    cq_manual_push(&manual, cq_buf_get(&meta));
    if (!cq_str_is_equal(cq_buf_get(&manual), cq_buf_get(&page)))
        fail_msg("rules/API.md is old; make it again: build/release/calque explain --api "
                 ">rules/API.md");
    cq_buf_release(&manual);
    cq_buf_release(&page);
    cq_buf_release(&meta);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_views),
        cmocka_unit_test(test_rule_fields),
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_manual),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
