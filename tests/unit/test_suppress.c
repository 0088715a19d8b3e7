/* Ignores: what comments silence, and how far. Every "bad" in a text is found by two rules, "en/one" and
   "en/two"; what is left is shown as the lines they stand on. */
#include "check/suppress.h"

#include "cmocka_first.h"

#include <stdio.h>

static const cq_rule one = {.id = {"en/one", 6}}, two = {.id = {"en/two", 6}};

static bool is_named(const void *context, const cq_rule *rule, cq_str name) {
    (void)context;
    return cq_str_is_equal(name, rule->id) || cq_str_is_equal(name, CQ_STR("en/*"));
}

static void find_bad(cq_findings *findings, const cq_rule *rule, cq_str text) {
    for (size_t at = 0; at + 3 <= text.len; at++) {
        if (memcmp(text.ptr + at, "bad", 3) != 0) continue;
        cq_finding *finding = cq_findings_push(findings);
        finding->rule = rule;
        finding->message = CQ_STR("");
        finding->at = (cq_span){(uint32_t)at, (uint32_t)at + 3};
    }
}

static void push_left(char *out, size_t size, cq_findings *findings, cq_source *source) {
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        snprintf(out + strlen(out), size - strlen(out), "%s%s:%u", *out ? " " : "",
                 finding->rule->id.ptr + 3, cq_source_locate(source, finding->at.start).line);
    }
}

static void push_ignores(char *out, size_t size, const cq_ignores *ignores) {
    for (uint32_t i = 0; i < ignores->list.len; i++)
        if (!ignores->list.at[i].is_used)
            snprintf(out + strlen(out), size - strlen(out), " unused[%s]",
                     ignores->list.at[i].name.ptr);
    for (uint32_t i = 0; i < ignores->errors.len; i++)
        snprintf(out + strlen(out), size - strlen(out), " error@%u",
                 ignores->errors.at[i].at.start);
}

/* "one:3 two:3 unused[en/one]": findings that are left, ignores that were for nothing. */
static const char *apply(const char *path, const char *text) {
    static char out[1024];
    cq_intern words;
    cq_doc doc;
    cq_findings findings;
    cq_ignores ignores = {0};
    cq_doc_options options = {0};
    cq_intern_init(&words);
    cq_findings_init(&findings);
    assert_true(cq_doc_open(&doc, &words, cq_str_of(path), cq_str_of(text), &options, NULL));
    find_bad(&findings, &one, doc.source.text);
    find_bad(&findings, &two, doc.source.text);
    cq_findings_sort(&findings);
    cq_suppress_read(&ignores, &doc.arena, &doc);
    cq_suppress_apply(&findings, &ignores, is_named, NULL);
    *out = '\0';
    push_left(out, sizeof out, &findings, &doc.source);
    push_ignores(out, sizeof out, &ignores);
    cq_findings_release(&findings);
    cq_doc_close(&doc);
    cq_intern_release(&words);
    return out;
}

static void test_next_block(void **state) {
    (void)state;
    assert_string_equal(apply("a.md", "<!-- calque-ignore -->\nbad\nbad\n\nbad\n"), "one:5 two:5");
    assert_string_equal(apply("a.md", "<!-- calque-ignore en/one -->\n\nbad\n\nbad"),
                        "two:3 one:5 two:5");
    assert_string_equal(apply("a.md", "<!-- calque-ignore en/one, en/two: so he said -->\n\nbad"),
                        "");
    assert_string_equal(apply("a.md", "<!-- calque-ignore en/one en/two -->\n\nbad"), "");
    assert_string_equal(apply("a.md", "<!-- calque-ignore en/*: why -->\n\nbad"), "");
    assert_string_equal(apply("a.md", "<!-- calque-ignore en/three -->\n\nbad"),
                        "one:3 two:3 unused[en/three]");
    assert_string_equal(apply("a.md", "bad\n\n<!-- calque-ignore -->\n"), "one:1 two:1 unused[]");
    assert_string_equal(apply("a.md", "- <!-- calque-ignore --> bad\n- bad\n"), "one:2 two:2");
    assert_string_equal(apply("a.md", "bad\n\n> <!-- calque-ignore -->\n> bad\n"), "one:1 two:1");
}

static void test_line(void **state) {
    (void)state;
    assert_string_equal(apply("a.md", "bad <!-- calque-ignore-line -->\nbad\n"), "one:2 two:2");
    assert_string_equal(apply("a.md", "<!-- calque-ignore-line -->\nbad\nbad\n"), "one:3 two:3");
    assert_string_equal(apply("a.md", "<!-- calque-ignore-line\n why -->\nbad\nbad\n"),
                        "one:4 two:4");
    assert_string_equal(apply("a.md", "bad\r\n<!-- calque-ignore-line en/one -->\r\nbad\r\n"),
                        "one:1 two:1 two:3");
    assert_string_equal(apply("a.md", "bad\n\n<!-- calque-ignore-line -->"),
                        "one:1 two:1 unused[]");
}

static void test_region(void **state) {
    (void)state;
    assert_string_equal(apply("a.md", "bad\n\n<!-- calque-ignore-start -->\n\nbad\n\nbad\n\n"
                                      "<!-- calque-ignore-end -->\n\nbad\n"),
                        "one:1 two:1 one:11 two:11");
    assert_string_equal(apply("a.md", "<!-- calque-ignore-start en/one -->\n\nbad\n"), "two:3");
    /* They need not nest. */
    assert_string_equal(
        apply("a.md", "<!-- calque-ignore-start en/one -->\n<!-- calque-ignore-start en/two -->\n\n"
                      "bad\n\n<!-- calque-ignore-end en/one -->\n\nbad\n\n"
                      "<!-- calque-ignore-end en/two -->\n\nbad\n"),
        "one:8 one:12 two:12");
    assert_string_equal(apply("a.md", "bad\n\n<!-- calque-ignore-end en/one -->"),
                        "one:1 two:1 error@28");
}

static void test_file(void **state) {
    (void)state;
    assert_string_equal(apply("a.md", "bad\n\n<!-- calque-ignore-file en/two -->\n\nbad\n"),
                        "one:1 one:5");
    assert_string_equal(apply("a.html", "<p>bad</p><!--calque-ignore-file--><p>bad</p>"), "");
}

/* The innermost is the one that was of use. */
static void test_which_is_used(void **state) {
    (void)state;
    assert_string_equal(apply("a.md", "<!-- calque-ignore-file en/one -->\n\n"
                                      "<!-- calque-ignore en/one -->\n\nbad\n"),
                        "two:5 unused[en/one]");
    assert_string_equal(apply("a.md", "<!-- calque-ignore-file en/one -->\n\n"
                                      "<!-- calque-ignore en/one -->\n\nbad\n\nbad"),
                        "two:5 two:7");
}

static void test_comments_of_formats(void **state) {
    (void)state;
    assert_string_equal(apply("a.html", "<p>bad</p>\n<!-- calque-ignore -->\n<p>bad</p>"),
                        "one:1 two:1");
    assert_string_equal(apply("a.py", "# calque-ignore en/one: said so\n# A bad thing.\n"),
                        "two:2");
    assert_string_equal(
        apply("a.c", "/* calque-ignore\n * A bad thing it is. */\n/* And a bad one. */"),
        "one:3 two:3");
    assert_string_equal(apply("a.js", "// A bad thing. \n// calque-ignore-line\n// A bad thing."),
                        "one:1 two:1");
    assert_string_equal(apply("a.lua", "-- calque-ignore-file\n-- A bad thing."), "");
    assert_string_equal(apply("a.md", "{# calque-ignore #}\n\nbad\n"), "");
    assert_string_equal(apply("a.md", "{{/* calque-ignore */}}\n\nbad\n"), "");
    assert_string_equal(apply("a.mdx", "{/* calque-ignore */}\n\nbad\n"), "");
    assert_string_equal(apply("a.txt", "<!-- calque-ignore -->\n\nbad\n"), "one:3 two:3");
}

static void test_what_is_none(void **state) {
    (void)state;
    assert_string_equal(apply("a.md", "<!-- About calque-ignore. -->\n\nbad"), "one:3 two:3");
    assert_string_equal(apply("a.md", "`<!-- calque-ignore -->`\n\nbad"), "one:3 two:3");
    assert_string_equal(apply("a.md", "    <!-- calque-ignore -->\n\nbad"), "one:3 two:3");
    assert_string_equal(apply("a.md", "<!-- calque-ignore-lines -->\n\nbad"),
                        "one:3 two:3 error@5");
    assert_string_equal(apply("a.md", "<!-- calque-ignore\n\nbad"), "one:3 two:3 unused[]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next_block),    cmocka_unit_test(test_line),
        cmocka_unit_test(test_region),        cmocka_unit_test(test_file),
        cmocka_unit_test(test_which_is_used), cmocka_unit_test(test_comments_of_formats),
        cmocka_unit_test(test_what_is_none),
    };
    return cmocka_run_group_tests_name("suppress", tests, NULL, NULL);
}
