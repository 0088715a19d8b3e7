/* Formats: what becomes a block, and that every block knows exactly where it comes from. */
#include "markup_fixture.h"

#define NBSP "\xC2\xA0"

/* The blocks of a text: "kind:text", with the depth behind the kind where there is one, joined by
   "|". Line ends in it are shown as "/". */
static const char *read_blocks(const char *path, const char *text) {
    static char out[8192];
    fixture f;
    assert_true(open_fixture(&f, path, cq_str_of(text)));
    out[0] = '\0';
    for (uint32_t i = 0; i < f.blocks.len; i++) {
        const cq_block *block = &f.blocks.at[i];
        char depth[12] = "";
        size_t used = strlen(out);
        if (block->depth) snprintf(depth, sizeof depth, "%u", (unsigned)block->depth);
        snprintf(out + used, sizeof out - used, "%s%s%s:%.*s", i ? "|" : "",
                 cq_block_kind_name(block->kind), depth, CQ_FMT(block->text));
    }
    for (char *p = out; *p; p++)
        if (*p == '\n' || *p == '\r') *p = '/';
    close_fixture(&f);
    return out;
}

#define plain(text) read_blocks("a.txt", text)
#define markdown(text) read_blocks("a.md", text)
#define mdx(text) read_blocks("a.mdx", text)
#define html(text) read_blocks("a.html", text)

/* The source of the segment that holds the first `part` of the first block that has it. */
static const char *source_of(const char *path, const char *text, const char *part) {
    static char out[256];
    fixture f;
    assert_true(open_fixture(&f, path, cq_str_of(text)));
    snprintf(out, sizeof out, "not found");
    for (uint32_t i = 0; i < f.blocks.len; i++) {
        size_t at = cq_str_find(f.blocks.at[i].text, cq_str_of(part));
        if (at == SIZE_MAX) continue;
        cq_text_span span = {(uint32_t)at, (uint32_t)(at + strlen(part))};
        cq_str source = cq_source_slice(&f.source, cq_block_locate(&f.blocks.at[i], span));
        snprintf(out, sizeof out, "%.*s", CQ_FMT(source));
        break;
    }
    close_fixture(&f);
    return out;
}

/* Plain text -------------------------------------------------------------- */

static void blank_lines_part_paragraphs(void **state) {
    (void)state;
    assert_string_equal(plain("One.\n\nTwo\nlines.\n \t\nThree."),
                        "paragraph:One.|paragraph:Two/lines.|paragraph:Three.");
    assert_string_equal(plain("One.\r\n\r\nTwo.\r\rThree."),
                        "paragraph:One.|paragraph:Two.|paragraph:Three.");
    assert_string_equal(plain("One.\n" NBSP "\nTwo."), "paragraph:One.|paragraph:Two.");
    assert_string_equal(plain("\xEF\xBB\xBFOne."), "paragraph:One.");
    assert_string_equal(plain(""), "");
    assert_string_equal(plain(" \n\n"), "");
}

static void plain_text_keeps_trailing_white_space(void **state) {
    (void)state;
    assert_string_equal(plain("  One." NBSP " \n\n"), "paragraph:One." NBSP " ");
}

static void blank_lines_are_counted(void **state) {
    (void)state;
    fixture f;
    assert_true(open_fixture(&f, "a.txt", CQ_STR("\nOne.\n\n\nTwo.\n\nThree.\n")));
    assert_int_equal(f.blocks.len, 3);
    assert_int_equal(f.blocks.at[0].blank_lines_before, 1);
    assert_int_equal(f.blocks.at[1].blank_lines_before, 2);
    assert_int_equal(f.blocks.at[2].blank_lines_before, 1);
    close_fixture(&f);
}

static void plain_text_is_not_copied(void **state) {
    (void)state;
    fixture f;
    assert_true(open_fixture(&f, "a.txt", CQ_STR("One\nline.\n\nTwo.")));
    for (uint32_t i = 0; i < f.blocks.len; i++) {
        assert_int_equal(f.blocks.at[i].segment_count, 1);
        assert_ptr_equal(f.blocks.at[i].text.ptr, f.source.text.ptr + f.blocks.at[i].source.start);
    }
    close_fixture(&f);
}

static void short_lines_without_a_stop_are_headings(void **state) {
    (void)state;
    assert_string_equal(plain("The news\n\nIt rained."), "heading1:The news|paragraph:It rained.");
    assert_string_equal(plain("He said \xE2\x80\x9Cyes.\xE2\x80\x9D"),
                        "paragraph:He said \xE2\x80\x9Cyes.\xE2\x80\x9D");
    assert_string_equal(plain("It was so. [15]"), "paragraph:It was so. [15]");
    assert_string_equal(plain("Dear Sir,\n\nTwo\nlines"),
                        "paragraph:Dear Sir,|paragraph:Two/lines");
    assert_string_equal(plain("***"), "paragraph:***");
}

static void markers_make_list_items(void **state) {
    (void)state;
    assert_string_equal(plain("- one\n- two\n  more\n* three"),
                        "list-item1:one|list-item1:two/  more|list-item1:three");
    assert_string_equal(plain("To do:\n1. one\n2) two"),
                        "paragraph:To do:|list-item1:one|list-item1:two");
    assert_string_equal(plain("A wrapped\n- dash stays."), "paragraph:A wrapped/- dash stays.");
    assert_string_equal(plain("It ended in\n1945. A year."), "paragraph:It ended in/1945. A year.");
}

#define FORTY "Forty bytes of nothing but words, indeed "

static void long_unwrapped_lines_are_paragraphs(void **state) {
    (void)state;
    assert_string_equal(plain(FORTY FORTY FORTY "one.\n" FORTY FORTY FORTY "two."),
                        "paragraph:" FORTY FORTY FORTY "one.|paragraph:" FORTY FORTY FORTY "two.");
    assert_string_equal(plain(FORTY FORTY FORTY "and\n" FORTY FORTY FORTY "on."),
                        "paragraph:" FORTY FORTY FORTY "and/" FORTY FORTY FORTY "on.");
    assert_string_equal(plain(FORTY ".\n" FORTY "."), "paragraph:" FORTY "./" FORTY ".");
}

/* Markdown ---------------------------------------------------------------- */

static void markdown_has_kinds(void **state) {
    (void)state;
    assert_string_equal(markdown("# One\n\nTwo\n---\n\n> three\n>> four\n\n- five\n  1. six\n"),
                        "heading1:One|heading2:Two|quote1:three|quote2:four|list-item1:five|"
                        "list-item2:six");
    assert_string_equal(markdown("|a|b|\n|---|---|\n|c|`d`|\n"),
                        "table-cell:a|table-cell:b|table-cell:c");
    assert_string_equal(markdown("- [x] done\n"), "list-item1:done");
}

static void markdown_hides_what_is_no_prose(void **state) {
    (void)state;
    assert_string_equal(markdown("    code\n\n```\ncode\n```\n\n<!-- no\n\nno -->\n\n[a]: /b\n"),
                        "");
    assert_string_equal(markdown("Call `f(x)` now."), "paragraph:Call " OBJECT " now.");
    assert_string_equal(markdown("See <https://a.b/c>."), "paragraph:See " OBJECT ".");
    assert_string_equal(markdown("[https://a.b](https://a.b) is"), "paragraph:" OBJECT " is");
    assert_string_equal(markdown("a <b>b</b><br>c <!-- d --> e"), "paragraph:a b c e");
    assert_string_equal(markdown("a <code>*b* c</code> d"), "paragraph:a " OBJECT " d");
    assert_string_equal(markdown("[![alt](a)](b)"), "meta:alt");
}

static void markdown_knows_where_things_are(void **state) {
    (void)state;
    const char *path = "a.md";
    assert_string_equal(source_of(path, "a `` ` `` b", OBJECT), "`` ` ``");
    assert_string_equal(source_of(path, "*a*`b`", OBJECT), "`b`");
    assert_string_equal(source_of(path, "> a `b\n> c` d", OBJECT), "`b\n> c`");
    assert_string_equal(source_of(path, "a ![b *c*](d \"e)\") f", OBJECT), "![b *c*](d \"e)\")");
    assert_string_equal(source_of(path, "a ![b][c] f\n\n[c]: d", OBJECT), "![b][c]");
    assert_string_equal(source_of(path, "[a](x`y) ![](z) b", OBJECT), "![](z)");
    assert_string_equal(source_of(path, "> *a*\n> **b**", " "), "\n> ");
    assert_string_equal(source_of(path, "a  \n  b", " "), "  \n  ");
    assert_string_equal(source_of(path, "a\\\nb", " "), "\\\n");
    assert_string_equal(source_of(path, "[a](b \"c\nd\")\ne", " "), "\n");
    assert_string_equal(source_of(path, "a &eacute; b", "\xC3\xA9"), "&eacute;");
    assert_string_equal(source_of(path, "a \\* b", "* b"), "* b");
    assert_string_equal(source_of(path, "a[^1] b", OBJECT), "[^1]");
}

static void markdown_alternatives_follow_their_block(void **state) {
    (void)state;
    assert_string_equal(markdown("a ![b `c` &amp; *d*](e) f\n\ng"),
                        "paragraph:a " OBJECT " f|meta:b " OBJECT " & d|paragraph:g");
}

static void front_matter_is_read(void **state) {
    (void)state;
    assert_string_equal(markdown("---\ntitle: \"A \\\"b\\\"\" # c\nlayout: post\ndescription: >-\n"
                                 "  one\n  two\nsummary: plain # no\n---\ntext"),
                        "meta:A \"b\"|meta:one two|meta:plain|paragraph:text");
    assert_string_equal(markdown("+++\ntitle = 'It'\ndate = 1\n+++\n\ntext"),
                        "meta:It|paragraph:text");
    assert_string_equal(markdown("---\ntitle: 'It''s'\n...\ntext"), "meta:It's|paragraph:text");
    assert_string_equal(markdown("---\n\nText.\n\n---\n"), "paragraph:Text.");
    assert_string_equal(markdown("---\ntitle: open\n"), "paragraph:title: open");
}

static void templates_are_hidden(void **state) {
    (void)state;
    assert_string_equal(markdown("Dear {{ name }}, hello."), "paragraph:Dear " OBJECT ", hello.");
    assert_string_equal(markdown("{% note %}\nA text.\n{% endnote %}"), "paragraph:A text.");
    assert_string_equal(markdown("{{< a >}} A [text]({{ \"/x\" | url }})."), "paragraph:A text.");
    assert_string_equal(markdown("# Title {#id}\n"), "heading1:Title");
    assert_string_equal(markdown("`{{` and `}}` stay"), "paragraph:" OBJECT " and " OBJECT " stay");
    assert_string_equal(html("<p class=\"{% if a %}b{% endif %}\">c {{ d }}</p>"),
                        "paragraph:c " OBJECT);
}

static void extensions_of_markdown_are_known(void **state) {
    (void)state;
    assert_string_equal(markdown(":::note\ntext\n:::\n"), "paragraph:text");
    assert_string_equal(markdown(":::tip[A label]\ntext\n:::\n"),
                        "paragraph:A label|paragraph:text");
    assert_string_equal(markdown("> [!NOTE]\n> text\n"), "quote1:text");
    assert_string_equal(markdown("!!! note \"T\"\n    text\n\n    more\n"),
                        "list-item1:text|list-item1:more");
    assert_string_equal(markdown("a[^1]\n\n[^1]: b\n[^2]: c d\n"),
                        "paragraph:a" OBJECT "|paragraph:b|paragraph:c d");
    assert_string_equal(markdown("[TOC]\n\ntext"), "paragraph:text");
    assert_string_equal(markdown("<Note>\n**text**\n</Note>\n"), "paragraph:text");
    assert_string_equal(markdown("<p markdown=\"1\">\n*text*\n</p>\n"), "paragraph:text");
}

static void mdx_is_known(void **state) {
    (void)state;
    assert_string_equal(mdx("import a from 'b'\nexport const c = {\n d: 1 }\n\ntext {e.f} g\n"),
                        "paragraph:text " OBJECT " g");
    assert_string_equal(mdx("<div>\n    *text*\n\n    ```\n    code\n    ```\n</div>\n"),
                        "paragraph:text");
}

static void html_in_markdown_is_read(void **state) {
    (void)state;
    assert_string_equal(markdown("<details>\n<summary>A &amp; b</summary>\n\ntext\n\n</details>\n"),
                        "paragraph:A & b|paragraph:text");
    assert_string_equal(markdown("> <div>\n> a\n> </div>\n"), "");
}

/* HTML -------------------------------------------------------------------- */

static void html_has_kinds(void **state) {
    (void)state;
    assert_string_equal(
        html("<title>a</title><h2>b</h2><p>c<ul><li>d<ol><li>e</ol></ul><blockquote><p>f"
             "</blockquote><table><caption>g</caption><tr><th>h<td>i</table><figcaption>j"),
        "meta:a|heading2:b|paragraph:c|list-item1:d|list-item2:e|quote1:f|caption:g|table-cell:h|"
        "table-cell:i|caption:j");
}

static void html_white_space_collapses(void **state) {
    (void)state;
    assert_string_equal(html("<p>\n a  b\n c <b> d</b> e\n</p>"), "paragraph:a b c d e");
    assert_string_equal(html("<p>a&nbsp; b"), "paragraph:a  b");
    assert_string_equal(source_of("a.html", "<p>a\n  b", " "), "\n  ");
}

static void html_hides_what_is_no_prose(void **state) {
    (void)state;
    assert_string_equal(html("<script>a<p>b</script><style>c</style><pre>d</pre><!-- e --><?f?>"),
                        "");
    assert_string_equal(html("a <code>b <i>c</i></code> d"), "paragraph:a " OBJECT " d");
    assert_string_equal(source_of("a.html", "a <code>b</code> d", OBJECT), "<code>b</code>");
    assert_string_equal(html("a <img alt='b &amp; c' title=d> e"),
                        "paragraph:a " OBJECT " e|meta:b & c|meta:d");
    assert_string_equal(html("<meta name=description content='a b'><meta name=x content=y>"),
                        "meta:a b");
}

static void html_is_forgiving(void **state) {
    (void)state;
    assert_string_equal(html("a < b and 3 > 2 & R&D &unknown; &lt;"),
                        "paragraph:a < b and 3 > 2 & R&D &unknown; <");
    assert_string_equal(html("a</b></p> b<div>c</i>d"), "paragraph:a b|paragraph:cd");
    assert_string_equal(html("a <b>b <i>c"), "paragraph:a b c");
    assert_string_equal(html("a <a title=\"b>c\">d</a>"), "paragraph:a d|meta:b>c");
    assert_string_equal(html("a <!-- b"), "paragraph:a");
}

static void html_has_languages(void **state) {
    (void)state;
    fixture f;
    assert_true(
        open_fixture(&f, "a.html", CQ_STR("<html lang=es><p>uno<p lang='fr'>un</p><p>dos")));
    assert_int_equal(f.blocks.len, 3);
    assert_true(cq_str_is_equal(f.blocks.at[0].language, CQ_STR("es")));
    assert_true(cq_str_is_equal(f.blocks.at[1].language, CQ_STR("fr")));
    assert_true(cq_str_is_equal(f.blocks.at[2].language, CQ_STR("es")));
    close_fixture(&f);
}

static void emphasis_is_kept(void **state) {
    (void)state;
    static const char *const texts[][2] = {{"a.md", "a *b* c"}, {"a.html", "a <em>b</em> c"}};
    for (size_t i = 0; i < 2; i++) {
        fixture f;
        assert_true(open_fixture(&f, texts[i][0], cq_str_of(texts[i][1])));
        const cq_block *block = &f.blocks.at[0];
        assert_int_equal(cq_block_segment_at(block, 0)->emphasis, 0);
        assert_int_equal(cq_block_segment_at(block, 2)->emphasis, CQ_EMPHASIS_STRESSED);
        assert_int_equal(cq_block_segment_at(block, 4)->emphasis, 0);
        close_fixture(&f);
    }
}

/* What stands in memory behind the text is none of it. */
static void html_ends_where_the_text_ends(void **state) {
    (void)state;
    fixture f;
    const char *more = "<title>One</title>";
    assert_true(open_fixture(&f, "a.html", (cq_str){more, strlen("<title>One</ti")}));
    assert_int_equal(f.blocks.len, 1);
    assert_true(cq_str_is_equal(f.blocks.at[0].text, CQ_STR("One</ti")));
    close_fixture(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blank_lines_part_paragraphs),
        cmocka_unit_test(html_ends_where_the_text_ends),
        cmocka_unit_test(plain_text_keeps_trailing_white_space),
        cmocka_unit_test(blank_lines_are_counted),
        cmocka_unit_test(plain_text_is_not_copied),
        cmocka_unit_test(short_lines_without_a_stop_are_headings),
        cmocka_unit_test(markers_make_list_items),
        cmocka_unit_test(long_unwrapped_lines_are_paragraphs),
        cmocka_unit_test(markdown_has_kinds),
        cmocka_unit_test(markdown_hides_what_is_no_prose),
        cmocka_unit_test(markdown_knows_where_things_are),
        cmocka_unit_test(markdown_alternatives_follow_their_block),
        cmocka_unit_test(front_matter_is_read),
        cmocka_unit_test(templates_are_hidden),
        cmocka_unit_test(extensions_of_markdown_are_known),
        cmocka_unit_test(mdx_is_known),
        cmocka_unit_test(html_in_markdown_is_read),
        cmocka_unit_test(html_has_kinds),
        cmocka_unit_test(html_white_space_collapses),
        cmocka_unit_test(html_hides_what_is_no_prose),
        cmocka_unit_test(html_is_forgiving),
        cmocka_unit_test(html_has_languages),
        cmocka_unit_test(emphasis_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
