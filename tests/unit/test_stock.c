/* The stock: what the program knows of its own rules without running their files. */
#include "tests/unit/host_fixture.h"

#include "lua/chunk.h"
#include "lua/host_state.h"

/* The tests are run from the root of the tree, where the rules of the stock are. */
static void begin_shipped(host_fixture *f) {
    begin_fixture(f);
    f->options.rule_folders.len = 0;
    *CQ_ARRAY_PUSH(&f->arena, &f->options.rule_folders) = CQ_STR("rules");
}

/* Likewise over a copy of them. */
static void begin_copied(host_fixture *f) {
    char command[256];
    begin_fixture(f);
    snprintf(command, sizeof command, "cp -R rules/. %s", f->folder);
    assert_int_equal(system(command), 0);
}

/* Over a copy with a helper that the stock does not know: no rule is taken from there. */
static void begin_fresh(host_fixture *f) {
    begin_copied(f);
    write_file(f, "en/_new.lua", "return {}\n");
}

static const cq_rule_body *body_of(const host_fixture *f, const char *id) {
    const cq_rule *rule = cq_host_rule(f->host, cq_str_of(id));
    assert_non_null(rule);
    return &f->host->bodies[rule->index];
}

static uint32_t count_stocked(const host_fixture *f) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < f->host->rule_count; i++) count += f->host->bodies[i].stock != 0;
    return count;
}

static uint32_t count_asleep(const host_fixture *f) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < f->host->rule_count; i++) count += f->host->bodies[i].is_asleep;
    return count;
}

static void test_shipped_rules_are_known_without_their_files(void **state) {
    (void)state;
    host_fixture f;
    begin_shipped(&f);
    open_host(&f);
    assert_no_troubles(&f);
    assert_true(f.host->rule_count > 70);
    assert_int_equal(count_stocked(&f), f.host->rule_count);
    assert_true(body_of(&f, "en/its-own")->is_asleep);
    assert_string_equal(cq_host_rule(f.host, CQ_STR("en/its-own"))->origin.ptr,
                        "rules/en/grammar/its-own.lua");
    end_fixture(&f);
}

static void test_a_rule_is_run_when_there_is_something_for_it(void **state) {
    (void)state;
    host_fixture f;
    begin_shipped(&f);
    open_host(&f);
    lint(&f, "Snow fell.\n");
    assert_true(body_of(&f, "en/its-own")->is_asleep);
    assert_true(count_asleep(&f) > f.host->rule_count / 2);
    assert_non_null(strstr(lint(&f, "Snow has it's own beauty.\n"), "en/its-own["));
    assert_false(body_of(&f, "en/its-own")->is_asleep);
    end_fixture(&f);
}

/* What the stock's Lua compiled is for that release alone. */
static void test_another_release_of_lua_reads_the_text(void **state) {
    (void)state;
    host_fixture f;
    begin_shipped(&f);
    open_host(&f);
    assert_true(f.host->stock->rules[0].file.compiled.len > 0);
    cq_stock other = *f.host->stock;
    other.lua = CQ_STR("$LuaVersion: Lua 5.4.999 $");
    f.host->stock = f.host->sandbox.stock = &other;
    assert_non_null(strstr(lint(&f, "Snow has it's own beauty.\n"), "en/its-own["));
    assert_no_troubles(&f);
    end_fixture(&f);
}

static int append_dump(lua_State *L, const void *bytes, size_t size, void *out) {
    (void)L;
    cq_buf_push_str(out, (cq_str){bytes, size});
    return 0;
}

/* Under `name`, which stands in messages. */
static void assert_compiled(lua_State *L, const cq_stock_file *file, const char *name) {
    cq_buf compiled = {0};
    assert_true(cq_chunk_load_text(L, file->code, name));
    lua_dump(L, append_dump, &compiled, 0);
    lua_settop(L, 0);
    if (!cq_str_is_equal(cq_buf_get(&compiled), file->compiled)) fail_msg("%s", name);
    cq_buf_release(&compiled);
}

/* Messages of a rule that comes from the stock are those of one that is read from its file. */
static void test_what_is_compiled_has_the_lines_and_names_of_files(void **state) {
    (void)state;
    host_fixture f;
    begin_shipped(&f);
    open_host(&f);
    const cq_stock *stock = f.host->stock;
    lua_State *L = f.host->sandbox.L;
    for (uint32_t i = 0; i < stock->rule_count; i++)
        assert_compiled(L, &stock->rules[i].file, stock->rules[i].file.name.ptr);
    for (uint32_t i = 0; i < stock->module_count; i++) {
        const char *file = strrchr(stock->modules[i].name.ptr, '/') + 1;
        assert_compiled(L, &stock->modules[i], cq_str_format(&f.arena, "calque.%s", file).ptr);
    }
    end_fixture(&f);
}

/* ---- Nothing else changes ---- */

static void assert_same_text(cq_str a, cq_str b) {
    assert_int_equal(a.len, b.len);
    assert_memory_equal(a.ptr, b.ptr, a.len);
}

static void assert_same_rule(const cq_rule *a, const cq_rule *b) {
    assert_same_text(a->id, b->id);
    assert_same_text(a->language, b->language);
    assert_same_text(a->group, b->group);
    assert_same_text(a->summary, b->summary);
    assert_same_text(a->why, b->why);
    assert_same_text(a->mqm, b->mqm);
    assert_same_text(a->measured, b->measured);
    assert_int_equal(a->level, b->level);
    assert_int_equal(a->default_level, b->default_level);
    assert_int_equal(a->sources.len, b->sources.len);
    assert_int_equal(a->examples.len, b->examples.len);
    assert_int_equal(a->index, b->index);
}

static void assert_same_findings(host_fixture *a, host_fixture *b, const char *text) {
    char first[65536];
    snprintf(first, sizeof first, "%s", lint(a, text));
    assert_string_equal(first, lint(b, text));
}

static void set_up(host_fixture *f, cq_str only) {
    if (!only.len) return;
    cq_host_set_level(f->host, CQ_STR("*"), CQ_LEVEL_OFF);
    cq_host_set_level(f->host, only, CQ_LEVEL_ERROR);
}

/* Every example of every rule, with the rules that `only` names, or as they are. */
static void compare_examples(cq_str only) {
    host_fixture a, b;
    begin_shipped(&a);
    begin_fresh(&b);
    open_host(&a);
    open_host(&b);
    assert_int_equal(count_stocked(&b), 0);
    assert_int_equal(a.host->rule_count, b.host->rule_count);
    set_up(&a, only);
    set_up(&b, only);
    for (uint32_t i = 0; i < a.host->rule_count; i++) {
        const cq_rule *rule = &a.host->rules[i];
        assert_same_rule(rule, &b.host->rules[i]);
        a.source_language = b.source_language = rule->sources.len ? rule->sources.at[0].ptr : NULL;
        for (uint32_t k = 0; k < rule->examples.len; k++)
            assert_same_findings(&a, &b, rule->examples.at[k].text.ptr);
    }
    assert_no_troubles(&a);
    assert_no_troubles(&b);
    end_fixture(&a);
    end_fixture(&b);
}

static void test_findings_are_the_same_with_all_rules(void **state) {
    (void)state;
    compare_examples(CQ_STR(""));
}

static void test_findings_are_the_same_with_some_rules(void **state) {
    (void)state;
    compare_examples(CQ_STR("en"));
    compare_examples(CQ_STR("en/grammar"));
}

/* ---- What is not as it was ---- */

static void test_a_changed_rule_is_read_from_its_file(void **state) {
    (void)state;
    host_fixture f;
    begin_copied(&f);
    write_file(
        &f, "en/grammar/its-own.lua",
        "return { api = 1, summary = 'changed', why = 'why', level = 'error', mqm = 'grammar',"
        " forbid = 'snow', bad = { '<<snow>>' }, good = { 'x' } }\n");
    open_host(&f);
    assert_no_troubles(&f);
    assert_int_equal(count_stocked(&f), f.host->rule_count - 1);
    f.only = "en/its-own";
    assert_string_equal(lint(&f, "Snow has it's own beauty.\n"), "en/its-own[Snow]changed");
    f.only = NULL;
    assert_string_equal(lint(&f, "Snow has it's own beauty.\n"), "en/its-own[Snow]changed");
    end_fixture(&f);
}

static void test_a_rule_that_is_broken_now_says_so(void **state) {
    (void)state;
    host_fixture f;
    begin_copied(&f);
    write_file(&f, "en/grammar/its-own.lua", "return {\n");
    open_host(&f);
    assert_non_null(strstr(take_troubles(&f), "en/grammar/its-own.lua:2:"));
    assert_null(cq_host_rule(f.host, CQ_STR("en/its-own")));
    end_fixture(&f);
}

static void test_a_rule_that_is_gone_finds_nothing(void **state) {
    (void)state;
    host_fixture f;
    char path[128];
    begin_copied(&f);
    snprintf(path, sizeof path, "%s/en/grammar/its-own.lua", f.folder);
    assert_int_equal(unlink(path), 0);
    open_host(&f);
    assert_string_equal(lint(&f, "Snow has it's own beauty.\n"), "");
    end_fixture(&f);
}

static void test_a_new_rule_is_found_beside_the_stock(void **state) {
    (void)state;
    host_fixture f;
    begin_copied(&f);
    write_rule(&f, "new", "forbid = 'snow has'", "");
    open_host(&f);
    assert_int_equal(count_stocked(&f), f.host->rule_count - 1);
    assert_string_equal(lint(&f, "Snow has colours.\n"), "en/new[Snow has]summary");
    assert_non_null(strstr(lint(&f, "Snow has it's own beauty.\n"), "en/its-own"));
    close_host(&f);
    f.options.rule_folders.at[0] = CQ_STR("rules"); /* what was added is that host's own */
    open_host(&f);
    assert_string_equal(lint(&f, "Snow has colours.\n"), "");
    end_fixture(&f);
}

static void test_a_changed_helper_or_module_leaves_nothing_of_the_stock(void **state) {
    (void)state;
    host_fixture f;
    char command[64 + 2 * sizeof f.folder];
    begin_copied(&f);
    write_file(&f, "en/repetition/_doubles.lua", "return { later = true }\n");
    cq_host_new(&f.host, &f.options, &f.troubles);
    assert_int_equal(count_stocked(&f), 0);
    close_host(&f);
    snprintf(command, sizeof command, "cp -R lua/calque %s && echo >>%s/calque/words.lua", f.folder,
             f.folder);
    assert_int_equal(system(command), 0);
    f.options.library = cq_str_of(f.folder);
    f.options.rule_folders.at[0] = CQ_STR("rules");
    open_host(&f);
    assert_int_equal(count_stocked(&f), 0);
    end_fixture(&f);
}

static void test_options_wake_a_rule(void **state) {
    (void)state;
    host_fixture f;
    cq_err err;
    cq_config_option unknown = {CQ_STR("no-such"), CQ_STR("1"), CQ_CONFIG_NUMBER, 1};
    begin_shipped(&f);
    open_host(&f);
    assert_false(cq_host_set_option(f.host, CQ_STR("en/its-own"), &unknown, &err));
    assert_string_equal(err.message, "rule en/its-own has no option 'no-such'");
    assert_false(body_of(&f, "en/its-own")->is_asleep);
    end_fixture(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped_rules_are_known_without_their_files),
        cmocka_unit_test(test_a_rule_is_run_when_there_is_something_for_it),
        cmocka_unit_test(test_another_release_of_lua_reads_the_text),
        cmocka_unit_test(test_what_is_compiled_has_the_lines_and_names_of_files),
        cmocka_unit_test(test_findings_are_the_same_with_all_rules),
        cmocka_unit_test(test_findings_are_the_same_with_some_rules),
        cmocka_unit_test(test_a_changed_rule_is_read_from_its_file),
        cmocka_unit_test(test_a_rule_that_is_broken_now_says_so),
        cmocka_unit_test(test_a_rule_that_is_gone_finds_nothing),
        cmocka_unit_test(test_a_new_rule_is_found_beside_the_stock),
        cmocka_unit_test(test_a_changed_helper_or_module_leaves_nothing_of_the_stock),
        cmocka_unit_test(test_options_wake_a_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
