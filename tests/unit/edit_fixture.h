/* Texts that are edited at random, of pieces that are hard to read again in part. In the environment,
   CQ_SEED=N starts from another number, CQ_EDITS=N says how many edits. */
#ifndef TESTS_UNIT_EDIT_FIXTURE_H
#define TESTS_UNIT_EDIT_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "text/revision.h"

/* Fewer where each takes longer. */
#if defined(CQ_STRESS)
#define EDIT_COUNT 300
#elif defined(CQ_DEBUG)
#define EDIT_COUNT 2000
#else
#define EDIT_COUNT 10000
#endif

static inline int edit_count(void) {
    const char *count = getenv("CQ_EDITS");
    return count ? atoi(count) : EDIT_COUNT;
}

typedef struct edit_fixture {
    uint64_t state;
    cq_buf text, before;
    cq_span at;       /* what was replaced last */
    cq_str put;       /* ... by this */
    const char *seed; /* for messages */
} edit_fixture;

/* clang-format off */
static const char *const edit_pieces[] = {
    " ", "  ", ".", "\n", "\n\n", "\r\n", "\r", "\r\n\r\n", "\t", "a", "The", " Is.", " it's own",
    "\"", "'", "“", "”", "‘", "’", "«", "»", "\n\n\"We agree", "\" she said.", "\n\n",
    "The minister rejects the limits, which go \"against\" last year's treaty. ",
    "The fleet may sail in May, reported to the Ministry.", "The port stays shut. She said so.",
    "\n\nThe harbour was closed for the whole of the night, the mayor said on Monday.\n\n",
    "\n# A heading\n\n", "\n- an item\n- another\n\n", "\n> a quotation\n", "\n```\ncode\n", "\n~~~\n",
    "**", "*", "`", "[a link](http://a.example)", "[ref]", "\n\n[ref]: http://b.example\n\n", "![alt](x.png)",
    "<b>", "</b>", "\n<div>\n", "\n</div>\n", "<!--", "-->", "\n<pre>\n", "&amp;", "&#39;", "{{ x }}", "{%", "%}",
    "[^1]", "\n[^1]: a note\n", "\n| a | b |\n|---|---|\n| c | d |\n", "\n---\n", "---\ntitle: A title\n---\n",
    "\n    indented\n", "\nSetext\n===\n", "\xEF\xBB\xBF", "😀", "e\xCC\x81", "한국", "日本語。", "¿Qué?", "1.000.000",
    " gobierno ciudad ayuntamiento", " desarrollo empresa trabajadores ", " Wirtschaft verschiedene entwicklung ",
    "http://c.example/x", ":::note\n", "5'10\"", "\n1. one\n2. two\n", "\\", "  \n", "\xC2\xA0",
    "\n<!-- calque-ignore en/its-own: a reason -->\n", "<!-- calque-ignore-line -->", "{# calque-ignore-start #}",
    "\n\n<!-- calque-ignore-end -->\n\n", "<!-- calque-ignore-file any/double-space -->",
};
/* clang-format on */
enum { EDIT_PIECES = sizeof edit_pieces / sizeof *edit_pieces };

static inline uint32_t roll(edit_fixture *f, uint32_t sides) {
    f->state = f->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(f->state >> 33) % sides;
}

static inline cq_str roll_piece(edit_fixture *f) {
    return cq_str_of(edit_pieces[roll(f, EDIT_PIECES)]);
}

static inline void edit_begin(edit_fixture *f) {
    *f = (edit_fixture){.seed = getenv("CQ_SEED")};
    if (!f->seed) f->seed = "1";
    f->state = strtoull(f->seed, NULL, 10);
    for (int i = 0; i < 30; i++) cq_buf_push_str(&f->text, roll_piece(f));
}

static inline void edit_end(edit_fixture *f) {
    cq_buf_release(&f->text);
    cq_buf_release(&f->before);
}

/* Editors never cut a character in two. */
static inline uint32_t roll_place(edit_fixture *f) {
    uint32_t at = roll(f, (uint32_t)f->text.len + 1);
    while (at < f->text.len && ((unsigned char)f->text.ptr[at] & 0xC0) == 0x80) at++;
    return at;
}

/* One edit: mostly a piece put in, sometimes something taken out or replaced. A long text is cut. */
static inline void edit_step(edit_fixture *f) {
    uint32_t start = roll_place(f), end = start;
    f->put = roll(f, 3) ? roll_piece(f) : CQ_STR("");
    if (!f->put.len || roll(f, 4) == 0) end = roll_place(f);
    if (end < start) {
        uint32_t swap = start;
        start = end;
        end = swap;
    }
    if (end > start + 12 && f->text.len < 3000 && roll(f, 60)) {
        end = start + roll(f, 12);
        while (end < f->text.len && ((unsigned char)f->text.ptr[end] & 0xC0) == 0x80) end++;
    }
    f->at = (cq_span){start, end};
    cq_buf before = f->before;
    f->before = f->text;
    before.len = 0;
    cq_str text = cq_buf_get(&f->before);
    cq_buf_push_str(&before, cq_str_slice(text, 0, f->at.start));
    cq_buf_push_str(&before, f->put);
    cq_buf_push_str(&before, cq_str_slice(text, f->at.end, text.len));
    f->text = before;
}

/* What an editor knows to be the same after a step; every other time it knows nothing. */
static inline cq_revision_same edit_same(const edit_fixture *f, int step) {
    if (step % 2) return (cq_revision_same){0};
    return (cq_revision_same){f->at.start, f->before.len - f->at.end};
}

/* What led to a failure. */
static inline void edit_print(const edit_fixture *f, int step, const char *program) {
    printf("CQ_SEED=%s %s, edit %d: [%u, %u) by \"%.*s\" in\n---\n%.*s\n---\n", f->seed, program,
           step, f->at.start, f->at.end, CQ_FMT(f->put), (int)f->before.len, f->before.ptr);
}

#endif
