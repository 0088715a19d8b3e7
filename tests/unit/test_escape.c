/* Text of unknown origin in XML, in HTML and in addresses. */
#include "report/html_text.h"
#include "report/uri.h"
#include "report/xml.h"

#include "cmocka_first.h"

static void check_xml(cq_str text, const char *expected) {
    cq_buf out = {0};
    cq_xml_push(&out, text);
    expect_str(cq_buf_get(&out), expected);
    cq_buf_release(&out);
}

static void test_xml(void **state) {
    (void)state;
    check_xml(CQ_STR(""), "");
    check_xml(CQ_STR("a < b & c > \"d\" 'e' ]]>"),
              "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39; ]]&gt;");
    check_xml(CQ_STR("a\r\n\tb"), "a&#13;&#10;&#9;b");
    check_xml(CQ_STR("é 日 𝄞"), "é 日 𝄞");
}

#define REPLACED "\xEF\xBF\xBD"

static void test_xml_cannot_hold(void **state) {
    (void)state;
    check_xml(CQ_STR("a\0b\x1b\x7f"), "a" REPLACED "b" REPLACED REPLACED);
    check_xml(CQ_STR("\xC2\x85"), REPLACED); /* U+0085 would be a line end in XML 1.1 */
    check_xml(CQ_STR("\xEF\xBF\xBE\xEF\xBF\xBF"), REPLACED REPLACED);
    check_xml(CQ_STR("\xED\xA0\x80"), REPLACED REPLACED REPLACED); /* a surrogate */
    check_xml(CQ_STR("a\xC3"), "a" REPLACED);
}

static void check_uri(const char *path, const char *expected) {
    cq_buf out = {0};
    cq_uri_push(&out, cq_str_of(path));
    expect_str(cq_buf_get(&out), expected);
    cq_buf_release(&out);
}

static void test_uri(void **state) {
    (void)state;
    check_uri("docs/a-b_c.~1.md", "docs/a-b_c.~1.md");
    check_uri("./a.md", "a.md");
    check_uri(".//./a.md", "a.md");
    check_uri("../a.md", "../a.md");
    check_uri("/srv/a b.md", "file:///srv/a%20b.md");
    check_uri("a:b?c#d%e.md", "a%3Ab%3Fc%23d%25e.md");
    check_uri("é\xFF\n.md", "%C3%A9%FF%0A.md");
}

static void check_prose(const char *prose, const char *expected) {
    cq_buf out = {0};
    cq_html_text_push_prose(&out, cq_str_of(prose));
    expect_str(cq_buf_get(&out), expected);
    cq_buf_release(&out);
}

static void test_prose(void **state) {
    (void)state;
    check_prose("", "");
    check_prose("  One *two* `three`.\n", "<p>One <em>two</em> <code>three</code>.</p>\n");
    check_prose("One\ntwo.\n  \n\nThree.", "<p>One\ntwo.</p>\n<p>Three.</p>\n");
    check_prose("2 * 3 * 4 and *open", "<p>2 * 3 * 4 and *open</p>\n");
    check_prose("*a <b>*", "<p><em>a &lt;b&gt;</em></p>\n");
}

static void check_text(cq_str text, bool reveal, const char *expected) {
    cq_buf out = {0};
    cq_html_text_push(&out, text, reveal);
    expect_str(cq_buf_get(&out), expected);
    cq_buf_release(&out);
}

static void test_html_text(void **state) {
    (void)state;
    check_text(CQ_STR("a <b>\tc\r\nd\re"), false, "a &lt;b&gt;\tc\nd\ne");
    check_text(CQ_STR("\x1b[31m"), false, "<span class=\"name\">&lt;U+001B&gt;</span>[31m");
    check_text(CQ_STR("\xE2\x80\xAE"), false, "<span class=\"name\">&lt;U+202E&gt;</span>");
    check_text(CQ_STR("\xC2\xA0"), false, "\xC2\xA0");
    check_text(CQ_STR("\xC2\xA0\n"), true, "<span class=\"name\">&lt;NBSP&gt;</span>\n");
    check_text(CQ_STR("a\xFFz"), false, "a" REPLACED "z");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_xml),       cmocka_unit_test(test_xml_cannot_hold),
        cmocka_unit_test(test_uri),       cmocka_unit_test(test_prose),
        cmocka_unit_test(test_html_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
