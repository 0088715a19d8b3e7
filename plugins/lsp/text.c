#include "plugins/lsp/text.h"

#include <stdlib.h>

void cq_lsp_text_release(cq_lsp_text *text) {
    cq_buf_release(&text->bytes);
    free(text->lines);
    *text = (cq_lsp_text){0};
}

static void reserve_lines(cq_lsp_text *text, uint32_t count) {
    if (count <= text->line_cap) return;
    uint32_t cap = count + count / 2 + 16;
    uint32_t *lines = realloc(text->lines, cap * sizeof *lines);
    if (!lines) cq_arena_exhausted();
    text->lines = lines;
    text->line_cap = cap;
}

/* The start of the line behind the one that `at` is in, if its end lies before `end`; else 0. */
static uint32_t find_next_line(cq_str bytes, uint32_t at, uint32_t end) {
    while (at < end && bytes.ptr[at] != '\n' && bytes.ptr[at] != '\r') at++;
    if (at >= end) return 0;
    bool is_pair = bytes.ptr[at] == '\r' && at + 1 < bytes.len && bytes.ptr[at + 1] == '\n';
    return at + (is_pair ? 2 : 1);
}

static uint32_t count_lines(cq_str bytes, uint32_t at, uint32_t end) {
    uint32_t count = 0;
    while ((at = find_next_line(bytes, at, end)) && at <= end) count++;
    return count;
}

/* Lines [first, last] were those of the bytes that changed; they become those that start behind line
   `first` and up to `end`. */
static void splice_lines(cq_lsp_text *text, uint32_t first, uint32_t last, uint32_t end,
                         uint32_t moved) {
    cq_str bytes = cq_buf_get(&text->bytes);
    uint32_t start = text->lines[first], behind = text->line_count - last - 1;
    uint32_t fresh = count_lines(bytes, start, end);
    reserve_lines(text, first + 1 + fresh + behind);
    memmove(text->lines + first + 1 + fresh, text->lines + last + 1, behind * sizeof *text->lines);
    for (uint32_t i = 1; i <= fresh; i++)
        text->lines[first + i] = start = find_next_line(bytes, start, end);
    text->line_count = first + 1 + fresh + behind;
    for (uint32_t i = first + 1 + fresh; i < text->line_count; i++) text->lines[i] += moved;
}

void cq_lsp_text_settle(cq_lsp_text *text) {
    text->same = (cq_revision_same){text->bytes.len, text->bytes.len};
}

static void note_change(cq_revision_same *same, cq_span span, size_t len) {
    if (same->start > span.start) same->start = span.start;
    if (same->end > len - span.end) same->end = len - span.end;
}

void cq_lsp_text_set(cq_lsp_text *text, cq_str bytes) {
    text->same = (cq_revision_same){0};
    text->bytes.len = 0;
    cq_buf_push_str(&text->bytes, bytes);
    reserve_lines(text, 1);
    text->lines[0] = 0;
    text->line_count = 1;
    splice_lines(text, 0, 0, (uint32_t)bytes.len, 0);
}

static void splice_bytes(cq_buf *buf, cq_span span, cq_str bytes) {
    size_t behind = buf->len - span.end;
    cq_buf_reserve(buf, bytes.len + 1); /* an empty text has storage too */
    memmove(buf->ptr + span.start + bytes.len, buf->ptr + span.end, behind);
    if (bytes.len) memcpy(buf->ptr + span.start, bytes.ptr, bytes.len);
    buf->len = span.start + bytes.len + behind;
}

void cq_lsp_text_replace(cq_lsp_text *text, cq_span span, cq_str bytes) {
    /* a CR in front may lose or get its LF */
    uint32_t first = cq_lsp_text_line_of(text, span.start ? span.start - 1 : 0);
    uint32_t last = cq_lsp_text_line_of(text, span.end);
    note_change(&text->same, span, text->bytes.len);
    splice_bytes(&text->bytes, span, bytes);
    uint32_t end = span.start + (uint32_t)bytes.len;
    splice_lines(text, first, last, end, end - span.end);
}

uint32_t cq_lsp_text_line_of(const cq_lsp_text *text, uint32_t offset) {
    uint32_t low = 0, high = text->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

cq_span cq_lsp_text_line(const cq_lsp_text *text, uint32_t line) {
    uint32_t len = (uint32_t)text->bytes.len;
    if (line >= text->line_count) return (cq_span){len, len};
    cq_span span = {text->lines[line], line + 1 < text->line_count ? text->lines[line + 1] : len};
    while (span.end > span.start &&
           (text->bytes.ptr[span.end - 1] == '\n' || text->bytes.ptr[span.end - 1] == '\r'))
        span.end--;
    return span;
}

uint32_t cq_lsp_text_offset(const cq_lsp_text *text, cq_lsp_position position,
                            cq_lsp_encoding encoding) {
    cq_span span = cq_lsp_text_line(text, position.line);
    cq_str line = cq_str_slice(cq_buf_get(&text->bytes), span.start, span.end);
    return span.start + cq_lsp_position_skip(line, position.character, encoding);
}

cq_span cq_lsp_text_span(const cq_lsp_text *text, cq_lsp_range range, cq_lsp_encoding encoding) {
    uint32_t start = cq_lsp_text_offset(text, range.start, encoding);
    uint32_t end = cq_lsp_text_offset(text, range.end, encoding);
    return start <= end ? (cq_span){start, end} : (cq_span){end, start};
}

cq_lsp_cursor cq_lsp_cursor_begin(const cq_lsp_text *text, cq_lsp_encoding encoding) {
    return (cq_lsp_cursor){.text = text, .encoding = encoding};
}

cq_lsp_position cq_lsp_cursor_move(cq_lsp_cursor *cursor, uint32_t offset) {
    const cq_lsp_text *text = cursor->text;
    uint32_t line = cursor->at.line;
    bool is_same = offset >= cursor->offset &&
                   (line + 1 >= text->line_count || offset < text->lines[line + 1]);
    if (!is_same) {
        line = cq_lsp_text_line_of(text, offset);
        bool is_behind = line == cursor->at.line && offset < cursor->offset;
        cursor->at.line = line;
        if (is_behind && cursor->offset - offset < offset - text->lines[line]) {
            cq_str back = cq_str_slice(cq_buf_get(&text->bytes), offset, cursor->offset);
            cursor->at.character -= cq_lsp_position_count(back, cursor->encoding);
            cursor->offset = offset;
            return cursor->at;
        }
        cursor->offset = text->lines[line];
        cursor->at.character = 0;
    }
    cq_str bytes = cq_str_slice(cq_buf_get(&text->bytes), cursor->offset, offset);
    cursor->at.character += cq_lsp_position_count(bytes, cursor->encoding);
    cursor->offset = offset;
    return cursor->at;
}

cq_lsp_range cq_lsp_cursor_range(cq_lsp_cursor *cursor, cq_span span) {
    cq_lsp_position start = cq_lsp_cursor_move(cursor, span.start);
    return (cq_lsp_range){start, cq_lsp_cursor_move(cursor, span.end)};
}
