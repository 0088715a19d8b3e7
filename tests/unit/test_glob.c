/* Patterns for paths. */
#include "base/glob.h"

#include "cmocka_first.h"

static bool is_match(const char *glob, const char *path) {
    return cq_glob_is_match(cq_str_of(glob), cq_str_of(path));
}

static void test_names(void **state) {
    (void)state;
    assert_true(is_match("a.md", "a.md"));
    assert_true(is_match("a.md", "x/y/a.md"));
    assert_false(is_match("a.md", "ba.md"));
    assert_true(is_match("*.md", "x/a.md"));
    assert_false(is_match("*.md", "a.mdx"));
    assert_true(is_match("*", "x/y"));
    assert_true(is_match("?.md", "x/a.md"));
    assert_false(is_match("?.md", "ab.md"));
    assert_true(is_match("drafts", "drafts/a.md"));
    assert_true(is_match("drafts/", "x/drafts/y/a.md"));
    assert_false(is_match("drafts", "drafts.md"));
}

static void test_paths(void **state) {
    (void)state;
    assert_true(is_match("content/es", "content/es/a.md"));
    assert_false(is_match("content/es", "x/content/es/a.md"));
    assert_true(is_match("/a.md", "a.md"));
    assert_false(is_match("/a.md", "x/a.md"));
    assert_true(is_match("x/*.md", "x/a.md"));
    assert_false(is_match("x/*.md", "x/y/a.md"));
    assert_true(is_match("x/*/a.md", "x/y/a.md"));
    assert_false(is_match("x/*/a.md", "x/a.md"));
}

static void test_any_depth(void **state) {
    (void)state;
    assert_true(is_match("**", "a"));
    assert_true(is_match("**", "x/y/a"));
    assert_true(is_match("x/**", "x/y/a"));
    assert_false(is_match("x/**", "xy/a"));
    assert_true(is_match("**/a.md", "a.md"));
    assert_true(is_match("**/a.md", "x/y/a.md"));
    assert_false(is_match("**/a.md", "x/ba.md"));
    assert_true(is_match("x/**/a.md", "x/a.md"));
    assert_true(is_match("x/**/a.md", "x/y/z/a.md"));
    assert_false(is_match("x/**/a.md", "y/a.md"));
    assert_true(is_match("content/es/**.md", "content/es/a.md"));
    assert_true(is_match("content/es/**.md", "content/es/x/a.md"));
    assert_false(is_match("content/es/**.md", "content/es/x/a.txt"));
    assert_true(is_match("**/x/**/y*/b.md", "a/x/y/x/c/yes/b.md"));
    assert_false(is_match("**/x/**/y*/b.md", "a/x/y/x/c/no/b.md"));
}

static void test_bytes(void **state) {
    (void)state;
    assert_true(is_match("[a-c].md", "b.md"));
    assert_false(is_match("[a-c].md", "d.md"));
    assert_true(is_match("[!a-c].md", "d.md"));
    assert_true(is_match("[]x].md", "].md"));
    assert_false(is_match("x[!a]y", "x/y"));
    assert_true(is_match("\\*.md", "*.md"));
    assert_false(is_match("\\*.md", "a.md"));
    assert_true(is_match("[x.md", "a") == false);
    assert_true(is_match("día?", "x/días"));
}

static void test_check(void **state) {
    (void)state;
    cq_err err;
    assert_true(cq_glob_check(CQ_STR("x/**/[a-z]\\[*"), &err));
    assert_true(cq_glob_check(CQ_STR("\\\\[a]"), &err));
    assert_false(cq_glob_check(CQ_STR(""), &err));
    assert_false(cq_glob_check(CQ_STR("//"), &err));
    assert_string_equal(err.message, "the pattern is empty");
    assert_false(cq_glob_check(CQ_STR("x[a"), &err));
    assert_string_equal(err.message, "'x[a': the bracket does not close");
    assert_false(cq_glob_check(CQ_STR("\\\\[a"), &err));
}

/* 50,000 bytes against stars that could each hold any of them. */
static void test_stars_are_cheap(void **state) {
    (void)state;
    static char path[50001];
    memset(path, 'a', 50000);
    assert_false(is_match("*a*a*a*a*a*a*a*a*b", path));
    assert_false(is_match("**a**a**a**a**a**b", path));
}

static const char *map(const char *path, const char *from, const char *to) {
    static cq_arena arena;
    cq_str out;
    cq_arena_release(&arena);
    cq_arena_init(&arena);
    if (!cq_glob_map(&out, &arena, cq_str_of(path), cq_str_of(from), cq_str_of(to))) return "none";
    return out.ptr;
}

static void test_map(void **state) {
    (void)state;
    cq_err err;
    assert_string_equal(map("en/a/b.md", "en/**.md", "es/**.md"), "es/a/b.md");
    assert_string_equal(map("docs/a/en.md", "docs/*/en.md", "docs/*/es.md"), "docs/a/es.md");
    assert_string_equal(map("docs/en.md", "docs/**/en.md", "docs/**/es.md"), "docs/es.md");
    assert_string_equal(map("docs/a/b/en.md", "docs/**/en.md", "docs/**/es.md"), "docs/a/b/es.md");
    assert_string_equal(map("en.md", "**/en.md", "**/es.md"), "es.md");
    assert_string_equal(map("en/a/b.md", "en/**/b.md", "es/**.md"), "es/a.md");
    assert_string_equal(map("en/a.md", "en/a.md", "es/b.md"), "es/b.md");
    assert_string_equal(map("en/a/b.md", "en/*.md", "es/*.md"), "none");
    assert_string_equal(map("en.md", "en*en.md", "es*es.md"), "none"); /* head and tail overlap */
    assert_string_equal(map("x/en/a.md", "en/**.md", "es/**.md"), "none");
    assert_true(cq_glob_check_map(CQ_STR("en/**/a*.md"), CQ_STR("**/a*.txt"), &err));
    assert_false(cq_glob_check_map(CQ_STR("en/**.md"), CQ_STR("es/*.md"), &err));
    assert_false(cq_glob_check_map(CQ_STR("en/[a].md"), CQ_STR("es/[a].md"), &err));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),     cmocka_unit_test(test_paths),
        cmocka_unit_test(test_any_depth), cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_check),     cmocka_unit_test(test_stars_are_cheap),
        cmocka_unit_test(test_map),
    };
    return cmocka_run_group_tests_name("glob", tests, NULL, NULL);
}
