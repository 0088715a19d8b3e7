/* A text that a client edits: its bytes, and where its lines start. */
#ifndef CQ_LSP_TEXT_H
#define CQ_LSP_TEXT_H

#include "base/array.h"
#include "base/buf.h"
#include "plugins/lsp/position.h"
#include "text/revision.h"

typedef struct cq_lsp_range {
    cq_lsp_position start, end;
} cq_lsp_range;

/* Caller's storage, zero-initialised; owns its memory. Empty text is one line. */
typedef struct cq_lsp_text {
    cq_buf bytes;
    uint32_t *lines; /* offset of each line's first byte */
    uint32_t line_count, line_cap;
    cq_revision_same same; /* bytes that have not changed since cq_lsp_text_settle */
} cq_lsp_text;

void cq_lsp_text_release(cq_lsp_text *text);

/* All of it anew. `bytes` is copied. */
void cq_lsp_text_set(cq_lsp_text *text, cq_str bytes);

/* Puts `bytes` (copied) in place of a span of the text. Costs a move of what stands behind it. */
void cq_lsp_text_replace(cq_lsp_text *text, cq_span span, cq_str bytes);

/* From here on changes are counted: all of it is what it is. */
void cq_lsp_text_settle(cq_lsp_text *text);

/* The byte offset of a position: the end of its line where it lies behind that, the end of the text
   where there is no such line. */
uint32_t cq_lsp_text_offset(const cq_lsp_text *text, cq_lsp_position position,
                            cq_lsp_encoding encoding);

/* The same for both ends, in order. */
cq_span cq_lsp_text_span(const cq_lsp_text *text, cq_lsp_range range, cq_lsp_encoding encoding);

/* The 0-based line that a byte offset is in. */
uint32_t cq_lsp_text_line_of(const cq_lsp_text *text, uint32_t offset);

/* A 0-based line without its end; empty, at the text's end, where there is no such line. */
cq_span cq_lsp_text_line(const cq_lsp_text *text, uint32_t line);

/* Turns offsets into positions. Going from one to the next in the same line costs the bytes between
   them, so that many in one long line cost no more than the line. Caller's storage. */
typedef struct cq_lsp_cursor {
    const cq_lsp_text *text;
    cq_lsp_encoding encoding;
    uint32_t offset; /* where `at` is */
    cq_lsp_position at;
} cq_lsp_cursor;

cq_lsp_cursor cq_lsp_cursor_begin(const cq_lsp_text *text, cq_lsp_encoding encoding);
cq_lsp_position cq_lsp_cursor_move(cq_lsp_cursor *cursor, uint32_t offset);
cq_lsp_range cq_lsp_cursor_range(cq_lsp_cursor *cursor, cq_span span);

#endif
