/* The comment that ignores a finding, in the syntax of each format: it stands where it silences that finding
   and not the one beside it. */
#include "plugins/lsp/ignore.h"

#include "host_fixture.h"

/* A text, of which the first finding is ignored, or the one that `nth` names; NULL: nothing is offered. */
typedef struct ignore_case {
    const char *path;
    cq_lsp_ignore_reach reach;
    const char *text, *wanted;
    uint32_t nth;
} ignore_case;

#define BLOCK CQ_LSP_IGNORE_BLOCK
#define LINE CQ_LSP_IGNORE_LINE
#define WHOLE CQ_LSP_IGNORE_FILE

static const ignore_case cases[] = {
    {"a.md", BLOCK, "Teh a.\n\nTeh b.\n", "<!-- calque-ignore en/teh: -->\nTeh a.\n\nTeh b.\n", 0},
    {"a.md", BLOCK, "Teh a.\n\n## Teh b\n", "Teh a.\n\n<!-- calque-ignore en/teh: -->\n## Teh b\n",
     1},
    {"a.md", BLOCK, "1. Teh a.\n2. Teh b.\n", NULL, 1},
    {"a.md", BLOCK, "- # Teh a\n\n  # Teh b\n", NULL, 1},
    {"a.md", LINE, "Teh a,\nand teh b.\n",
     "Teh a, <!-- calque-ignore-line en/teh: -->\nand teh b.\n", 0},
    {"a.md", WHOLE, "\xEF\xBB\xBFTeh a.\n\nTeh b.\n",
     "\xEF\xBB\xBF<!-- calque-ignore-file en/teh: -->\n\nTeh a.\n\nTeh b.\n", 0},
    {"a.mdx", BLOCK, "Teh a.\n\nTeh b.\n", "{/* calque-ignore en/teh: */}\n\nTeh a.\n\nTeh b.\n",
     0},
    {"a.mdx", LINE, "Teh a,\nand teh b.\n",
     "Teh a, {/* calque-ignore-line en/teh: */}\nand teh b.\n", 0},
    {"a.mdx", WHOLE, "---\ntitle: A\n---\n\n# Teh a\n\nTeh b.\n",
     "---\ntitle: A\n---\n\n{/* calque-ignore-file en/teh: */}\n\n# Teh a\n\nTeh b.\n", 0},
    {"a.html", BLOCK, "<p>Teh a.</p>\n<p>Teh b.</p>\n", NULL, 0},
    {"a.html", LINE, "<p>Teh a.</p>\n<p>Teh b.</p>\n",
     "<p>Teh a.</p> <!-- calque-ignore-line en/teh: -->\n<p>Teh b.</p>\n", 0},
    {"a.html", WHOLE, "<p>Teh a.</p>\n<p>Teh b.</p>\n",
     "<p>Teh a.</p>\n<p>Teh b.</p>\n<!-- calque-ignore-file en/teh: -->\n", 0},
    {"a.tex", BLOCK, "Teh a.\n\nTeh b.\n", "% calque-ignore en/teh:\nTeh a.\n\nTeh b.\n", 0},
    {"a.tex", LINE, "Teh a,\nand teh b.\n", "Teh a,\n% calque-ignore-line en/teh:\nand teh b.\n",
     1},
    {"a.tex", WHOLE, "Teh a.\n\nTeh b.\n", "% calque-ignore-file en/teh:\nTeh a.\n\nTeh b.\n", 0},
    {"a.adoc", BLOCK, "* Teh a.\n* Teh b.\n", "* Teh a.\n// calque-ignore en/teh:\n* Teh b.\n", 1},
    {"a.adoc", LINE, "Teh a,\nand teh b.\n", "Teh a,\n// calque-ignore-line en/teh:\nand teh b.\n",
     1},
    {"a.adoc", LINE, "|===\n|Teh a\n|Teh b\n|===\n", NULL, 0},
    {"a.adoc", WHOLE, "= Teh a\n\nTeh b.\n", "// calque-ignore-file en/teh:\n= Teh a\n\nTeh b.\n",
     0},
    {"a.rst", BLOCK, "Teh a.\n\n- One.\n\n  Teh b.\n",
     "Teh a.\n\n- One.\n\n  .. calque-ignore en/teh:\n\n  Teh b.\n", 1},
    {"a.rst", BLOCK, "=====\nTeh a\n=====\n\nTeh b.\n",
     ".. calque-ignore en/teh:\n\n=====\nTeh a\n=====\n\nTeh b.\n", 0},
    {"a.rst", BLOCK, "- Teh a\n- Teh b\n", NULL, 1},
    {"a.rst", LINE, "Teh a,\nand teh b.\n", NULL, 0},
    {"a.rst", WHOLE, "=====\nTeh a\n=====\n\nTeh b.\n",
     ".. calque-ignore-file en/teh:\n\n=====\nTeh a\n=====\n\nTeh b.\n", 0},
    {"a.vtt", BLOCK,
     "WEBVTT\n\n00:01.000 --> 00:02.000\nTeh a.\n\n00:03.000 --> 00:04.000\nTeh b.\n",
     "WEBVTT\n\nNOTE calque-ignore en/teh:\n\n00:01.000 --> 00:02.000\nTeh a.\n\n00:03.000 --> "
     "00:04.000\nTeh b.\n",
     0},
    {"a.vtt", WHOLE, "WEBVTT\n\n00:01.000 --> 00:02.000\nTeh a.\n",
     "WEBVTT\n\nNOTE calque-ignore-file en/teh:\n\n00:01.000 --> 00:02.000\nTeh a.\n", 0},
    {"COMMIT_EDITMSG", BLOCK, "Say a\n\nTeh a.\n\nTeh b.\n",
     "Say a\n\n# calque-ignore en/teh:\nTeh a.\n\nTeh b.\n", 0},
    {"COMMIT_EDITMSG", WHOLE, "Say teh a\n\nTeh b.\n",
     "# calque-ignore-file en/teh:\nSay teh a\n\nTeh b.\n", 0},
    {"a.c", BLOCK, "  // Teh a.\nint x; // Teh b.\n",
     "  // calque-ignore en/teh:\n  // Teh a.\nint x; // Teh b.\n", 0},
    {"a.c", LINE, "int x; // Teh a.\nint y; // Teh b.\n",
     "// calque-ignore-line en/teh:\nint x; // Teh a.\nint y; // Teh b.\n", 0},
    {"a.c", BLOCK, "/* Teh a.\n *\n * Teh b.\n */\nint x;\n",
     "/* Teh a.\n *\n * calque-ignore en/teh:\n * Teh b.\n */\nint x;\n", 1},
    {"a.c", LINE, "/* Teh a.\n *\n * Teh b.\n */\nint x;\n", NULL, 1},
    {"a.ts", BLOCK, "// Teh a.\nlet x = 1; // Teh b.\n",
     "// calque-ignore en/teh:\n// Teh a.\nlet x = 1; // Teh b.\n", 0},
    {"a.lua", BLOCK, "-- Teh a.\nlocal x -- Teh b.\n",
     "-- calque-ignore en/teh:\n-- Teh a.\nlocal x -- Teh b.\n", 0},
    {"a.py", BLOCK, "def f():\n    \"\"\"Teh a.\n\n    Teh b.\n    \"\"\"\n",
     "def f():\n    # calque-ignore en/teh:\n    \"\"\"Teh a.\n\n    Teh b.\n    \"\"\"\n", 0},
    {"a.py", BLOCK, "def f():\n    \"\"\"Teh a.\n\n    Teh b.\n    \"\"\"\n", NULL, 1},
    {"a.py", WHOLE, "#!/usr/bin/python\n# Teh a.\n",
     "#!/usr/bin/python\n# calque-ignore-file en/teh:\n# Teh a.\n", 0},
    {"a.txt", BLOCK, "Teh a.\n\nTeh b.\n", NULL, 0},
    {"a.txt", WHOLE, "Teh a.\n\nTeh b.\n", NULL, 0},
    {"a.srt", LINE, "1\n00:00:01,000 --> 00:00:02,000\nTeh a.\n", NULL, 0},
};

static cq_lsp_document *open_text(host_fixture *f, const char *path, cq_str text) {
    cq_err err;
    json_t *item = json_pack("{s:s, s:s, s:i, s:s%}", "uri", "untitled:a", "languageId", "",
                             "version", 1, "text", text.ptr, text.len);
    assert_non_null(item);
    cq_lsp_document *document = cq_lsp_document_new(item);
    json_decref(item);
    cq_lsp_check_plan plan = {.host = f->host,
                              .path = cq_str_of(path),
                              .options = {.keeps_words = true},
                              .troubles = &f->troubles};
    if (!cq_lsp_check_update(&document->check, &plan, text, (cq_revision_same){0}, &err))
        fail_msg("%s", err.message);
    return document;
}

static uint32_t count_findings(host_fixture *f, const char *path, cq_str text) {
    cq_lsp_document *document = open_text(f, path, text);
    uint32_t count = document->check.findings.list.len;
    cq_lsp_document_free(document);
    return count;
}

static cq_str apply(cq_arena *arena, cq_str text, const cq_edit *edit) {
    return cq_str_format(arena, "%.*s%.*s%s", (int)edit->at.start, text.ptr, CQ_FMT(edit->text),
                         text.ptr + edit->at.end);
}

static void judge(host_fixture *f, const ignore_case *c) {
    cq_str text = cq_str_of(c->text);
    cq_lsp_document *document = open_text(f, c->path, text);
    const cq_findings *findings = &document->check.findings;
    uint32_t count = findings->list.len;
    cq_edit edit;
    assert_true(c->nth < count);
    bool is_offered =
        cq_lsp_ignore_write(&edit, &f->arena, document, &findings->list.at[c->nth], c->reach);
    cq_str found = is_offered ? apply(&f->arena, text, &edit) : CQ_STR("nothing");
    cq_lsp_document_free(document);
    if (!cq_str_is_equal(found, cq_str_of(c->wanted ? c->wanted : "nothing")))
        fail_msg("%s, finding %u in\n%s\n%s, gives\n%s", c->path, c->nth, c->text,
                 cq_lsp_ignore_name(c->reach), found.ptr);
    uint32_t left = is_offered ? c->reach == WHOLE ? 0 : count - 1 : count;
    uint32_t now = is_offered ? count_findings(f, c->path, found) : count;
    if (now != left)
        fail_msg("%s: %u findings, not %u, are left in\n%s", c->path, now, left, found.ptr);
}

static void test_comment_silences_what_it_is_for(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_rule(&f, "teh", "forbid = { 'teh' }", "");
    open_host(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) judge(&f, &cases[i]);
    assert_no_troubles(&f);
    end_fixture(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_comment_silences_what_it_is_for)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
