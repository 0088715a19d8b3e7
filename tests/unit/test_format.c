/* Formats, all that there are: what holds of any text whatever. */
#include "markup_fixture.h"

#define NBSP "\xC2\xA0"

/* A small generator of our own: the same texts everywhere. */
static uint32_t draw(uint64_t *seed, uint32_t below) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % below;
}

static uint32_t count_rounds(uint32_t count) {
    const char *rounds = getenv("CQ_TEST_ROUNDS");
    return rounds ? (uint32_t)strtoul(rounds, NULL, 10) : count;
}

/* As many on a line as fit. */
/* clang-format off */
static const char *const pieces[] = {
    "a",
    "b c",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "    ",
    "*",
    "**",
    "_",
    "`",
    "``",
    "```\n",
    "[",
    "]",
    "(",
    ")",
    "](",
    "[a]",
    "![",
    "!",
    "\"",
    "'",
    "<",
    ">",
    "> ",
    "- ",
    "1. ",
    "#",
    "# ",
    "|",
    "|---|\n",
    "\\",
    "&",
    "&amp;",
    "&#65;",
    ";",
    "~~",
    "---\n",
    "+++\n",
    "title: ",
    "title = ",
    ":::",
    "[^1]",
    "[^1]: ",
    "{{",
    "}}",
    "{%",
    "%}",
    "{",
    "}",
    "[!NOTE]",
    "!!! a\n",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<code>",
    "</code>",
    "<br>",
    "<!--",
    "-->",
    "<img alt='x y'",
    "<A>\n",
    "</A>\n",
    "<pre>",
    "<a title=\"",
    "http://a.b",
    "<http://a.b>",
    "\xC3\xA9",
    NBSP,
    "\xE2\x80\x9C",
    "\xFF",
    "$",
    "=",
    "/",
    "|\n",
    "\n[a]: /b\n",
    "import a from 'b'\n",
    "<script>",
    "</script>",
    "<li>",
    "====\n",
    "----\n",
    "****\n",
    "____\n",
    "....\n",
    "////\n",
    "|===\n",
    ".. ",
    "..\n",
    "note:: ",
    ".. code::\n",
    ":a: ",
    ":b:`c`",
    "::\n",
    "\n   ",
    "\n  ",
    "+---+---+\n",
    "| a | b |\n",
    "=== ===\n",
    "a   b\n",
    "`a`_",
    "|a|",
    "[1]_",
    "a_ ",
    ">>> a\n",
    "-a  b\n",
    "(a) ",
    "= ",
    "== ",
    "NOTE: ",
    "[source]\n",
    "[quote]\n",
    "image::a[b]\n",
    "link:a[b",
    "footnote:[a",
    "<<a,b>>",
    "((",
    "))",
    "(((",
    "{a}",
    "\"`",
    "`\"",
    "+\n",
    " +\n",
    "a:: b\n",
    "2+|",
    ".a\n",
    "#a#",
    "//a\n",
    "\\begin{itemize}",
    "\\end{itemize}",
    "\\item ",
    "\\begin{tabular}{l}",
    "\\end{tabular}",
    "\\\\",
    "\\emph{",
    "\\section{",
    "\\footnote{",
    "\\enquote{",
    "\\caption{",
    "\\'e",
    "\\c{",
    "\\verb|",
    "\\begin{verbatim}",
    "\\end{verbatim}",
    "\\begin{document}",
    "\\end{document}",
    "\\title{",
    "\\def\\a#1{",
    "\\a",
    "\\cite[",
    "\\(",
    "\\)",
    "\\[",
    "$$",
    "--",
    "''",
    "%",
    "1\n",
    "00:00:01,000 --> 00:00:02,000\n",
    "00:01.000 --> 00:02.000\n",
    "WEBVTT\n\n",
    "NOTE\n",
    "<i>",
    "<v A>",
    "</i>",
    "{\\an8}",
    "- a\n",
    "[a]\n",
    "A: ",
    "# a\n",
    "fixup! a\n",
    "# ------------------------ >8 ------------------------\n",
    "A-b: c\n",
    "Fixes: a\n",
    "// a\n",
    "/* ",
    " */",
    "-- a\n",
    "#a\n",
    "'''",
    "\"\"\"",
    "def a():\n",
    "\xCD\x81",
    "\xE4\xB8\xAD",
};
/* clang-format on */

static void fill_soup(cq_buf *out, uint64_t *seed) {
    uint32_t count = 1 + draw(seed, 60);
    out->len = 0;
    for (uint32_t i = 0; i < count; i++)
        cq_buf_push_str(out, cq_str_of(pieces[draw(seed, sizeof pieces / sizeof *pieces)]));
}

static void spans_are_exact_for_any_input(void **state) {
    (void)state;
    uint32_t count = count_rounds(1500);
    uint64_t seed = 20;
    char name[64];
    cq_buf soup = {0};
    for (uint32_t i = 0; i < count; i++)
        for (const cq_format *const *format = cq_format_all(); *format; format++) {
            fixture f;
            fill_soup(&soup, &seed);
            if (open_fixture(&f, name_file(*format, name, sizeof name), cq_buf_get(&soup)))
                check_blocks(&f);
            close_fixture(&f);
        }
    cq_buf_release(&soup);
}

/* Wrapping ---------------------------------------------------------------- */

/* Formats in which a line end inside a paragraph is a space, with words in their markup. */
typedef struct wrapped {
    const char *path;
    const char *words[12];
} wrapped;

static const wrapped formats[] = {
    {"a.md", {"*two words*", "**bold**", "`code x`", "[a link](b)", "&amp;", "a[^1]", NULL}},
    {"a.mdx", {"*two words*", "{value}", "`code`", "[a link](b)", NULL}},
    {"a.html", {"<b>two words</b>", "<code>a b</code>", "&eacute;", "<!-- a b -->", NULL}},
    {"a.rst", {"*two words*", "**bold**", "``a b``", "`a link <b>`_", "[1]_", NULL}},
    {"a.adoc", {"*two words*", "_b_", "`code`", "link:a[two words]", "{name}", NULL}},
    {"a.tex", {"\\emph{two words}", "$x y$", "``a b''", "\\'e", "--", "\\cite{a}", NULL}},
    {"COMMIT_EDITMSG", {"`code`", "cq_name()", "#1", NULL}},
};
static const char *const plain_words[] = {"it",   "rained", "\"on",   "the", "pier\"", "for",
                                          "it's", "three",  "(days)", "and", "then",   "not."};

static void push_word(cq_buf *out, const wrapped *format, uint64_t *seed) {
    uint32_t own = 0, plain = sizeof plain_words / sizeof *plain_words;
    while (format->words[own]) own++;
    uint32_t which = draw(seed, own + plain);
    cq_buf_push_str(out, cq_str_of(which < own ? format->words[which] : plain_words[which - own]));
}

/* The same words for the same seed; which of the spaces between them are line ends, also those in
   markup, is drawn from `breaks`. Every other word is a plain one: a line that starts with it starts
   no list and no code. */
static void fill_paragraph(cq_buf *out, const wrapped *format, uint64_t seed, uint64_t *breaks) {
    uint32_t count = 20 + draw(&seed, 40);
    out->len = 0;
    cq_buf_push_str(out, CQ_STR("A title\n\nIt rained"));
    for (uint32_t i = 0; i < count; i++) {
        size_t start = out->len;
        cq_buf_push_str(out, CQ_STR(" so "));
        push_word(out, format, &seed);
        for (size_t at = start; at < out->len; at++)
            if (out->ptr[at] == ' ' && at != start + 3 && !draw(breaks, 6)) out->ptr[at] = '\n';
    }
    cq_buf_push_str(out, CQ_STR(".\n"));
}

static void push_blocks(cq_buf *out, const char *path, cq_str text) {
    fixture f;
    out->len = 0;
    assert_true(open_fixture(&f, path, text));
    for (uint32_t i = 0; i < f.blocks.len; i++) {
        cq_buf_push_str(out, f.blocks.at[i].text);
        cq_buf_push_str(out, CQ_STR("\n"));
    }
    close_fixture(&f);
}

static void check_wrapping(const wrapped *format, uint64_t seed, uint64_t *breaks) {
    cq_buf text = {0}, one = {0}, other = {0};
    fill_paragraph(&text, format, seed, breaks);
    push_blocks(&one, format->path, cq_buf_get(&text));
    fill_paragraph(&text, format, seed, breaks);
    push_blocks(&other, format->path, cq_buf_get(&text));
    if (!cq_str_is_equal(cq_buf_get(&one), cq_buf_get(&other)))
        fail_msg("%s: %.*s\n%.*s\n%.*s\n", format->path, CQ_FMT(cq_buf_get(&text)),
                 CQ_FMT(cq_buf_get(&one)), CQ_FMT(cq_buf_get(&other)));
    cq_buf_release(&text);
    cq_buf_release(&one);
    cq_buf_release(&other);
}

static void wrapping_changes_no_text(void **state) {
    (void)state;
    uint32_t count = count_rounds(300);
    uint64_t breaks = 7;
    for (uint32_t seed = 0; seed < count; seed++)
        for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
            check_wrapping(&formats[i], seed, &breaks);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_are_exact_for_any_input),
        cmocka_unit_test(wrapping_changes_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
