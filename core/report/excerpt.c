#include "report/excerpt.h"

#include "base/utf8.h"
#include "report/printable.h"

#include <inttypes.h>

enum {
    LEAST_WIDTH = 24, /* columns of text, however narrow the terminal is */
    SNAP = 12,        /* bytes given up to cut between words */
};

/* What is shown of a line: all offsets are bytes of the source. */
typedef struct window {
    cq_span line;
    cq_span mark; /* inside the line */
    uint32_t start, end;
} window;

static bool is_marked(const window *w, uint32_t offset) {
    return offset >= w->mark.start && offset < w->mark.end;
}

/* The glyph at an offset and its length in bytes. */
static cq_glyph glyph_at(const cq_source *source, const window *w, uint32_t offset,
                         uint32_t *length) {
    const char *text = source->text.ptr;
    uint32_t c = cq_utf8_decode(text + offset, text + w->line.end, length);
    bool reveal = is_marked(w, offset);
    if (c == '\t' && !reveal) return (cq_glyph){"    ", 4};
    if (c == CQ_SOURCE_SUBSTITUTE && source->bytes.ptr[offset] != CQ_SOURCE_SUBSTITUTE) c = 0xFFFD;
    return cq_printable_glyph(c, reveal);
}

/* Moves forward from `from` while what is passed fits into *room columns, which it takes away. */
static uint32_t move_right(const cq_source *source, const window *w, uint32_t from, uint32_t limit,
                           uint32_t *room) {
    while (from < limit) {
        uint32_t length;
        cq_glyph glyph = glyph_at(source, w, from, &length);
        if (glyph.width > *room) break;
        *room -= glyph.width;
        from += length;
    }
    return from;
}

static uint32_t move_left(const cq_source *source, const window *w, uint32_t from, uint32_t *room) {
    uint32_t kept = from; /* never in front of a mark whose letter does not fit */
    for (uint32_t left = *room; from > w->line.start;) {
        uint32_t length;
        cq_utf8_decode_before(source->text.ptr + w->line.start, source->text.ptr + from, &length);
        cq_glyph glyph = glyph_at(source, w, from - length, &length);
        if (glyph.width > left) break;
        left -= glyph.width;
        from -= length;
        if (glyph.width) {
            kept = from;
            *room = left;
        }
    }
    return kept;
}

static uint32_t snap_right(const cq_source *source, uint32_t from, uint32_t limit) {
    for (uint32_t i = from; i < limit && i < from + SNAP; i++)
        if (source->text.ptr[i] == ' ') return i + 1;
    return from;
}

static uint32_t snap_left(const cq_source *source, uint32_t from, uint32_t limit) {
    for (uint32_t i = from; i > limit && i + SNAP > from; i--)
        if (source->text.ptr[i - 1] == ' ') return i - 1;
    return from;
}

/* Room on both sides of the span; what one side does not need is the other's. */
static void fit_sides(const cq_source *source, window *w, uint32_t marked_until, uint32_t room) {
    uint32_t left_room = room, right_room = room;
    uint32_t start = move_left(source, w, w->mark.start, &left_room);
    move_right(source, w, marked_until, w->line.end, &right_room);
    uint32_t left_wish = room - left_room, right_wish = room - right_room;
    uint32_t left = left_wish < room / 2 ? left_wish : room / 2;
    if (right_wish < room - left)
        left = room - right_wish < left_wish ? room - right_wish : left_wish;
    if (left < left_wish || start > w->line.start) {
        left_room = left > 1 ? left - 1 : 0; /* one column for the … */
        start = move_left(source, w, w->mark.start, &left_room);
        start = snap_right(source, start, w->mark.start);
    }
    w->start = start;
    right_room = room - left;
    w->end = move_right(source, w, marked_until, w->line.end, &right_room);
    if (w->end < w->line.end) {
        right_room = room - left > 1 ? room - left - 1 : 0;
        w->end = move_right(source, w, marked_until, w->line.end, &right_room);
        w->end = snap_left(source, w->end, marked_until);
    }
}

static window fit_window(cq_source *source, cq_span span, uint32_t line, uint32_t columns) {
    window w = {.line = cq_source_line(source, line)};
    w.mark.start = span.start < w.line.end ? span.start : w.line.end;
    if (w.mark.start < w.line.start) w.mark.start = w.line.start;
    w.mark.end = span.end < w.line.end ? span.end : w.line.end;
    if (w.mark.end < w.mark.start) w.mark.end = w.mark.start;
    uint32_t mark_room = columns - columns / 4; /* some text before a long span is always shown */
    uint32_t left = mark_room;
    uint32_t marked_until = move_right(source, &w, w.mark.start, w.mark.end, &left);
    fit_sides(source, &w, marked_until, columns - (mark_room - left));
    if (marked_until < w.mark.end) w.end = marked_until;
    return w;
}

static void push_repeated(cq_buf *out, char c, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) cq_buf_push(out, c);
}

/* The line's text; what goes below it, columns before the marks and the marks, is counted. */
static void push_text(cq_buf *out, const cq_source *source, const window *w, uint32_t *indent,
                      uint32_t *marks) {
    if (w->start > w->line.start) {
        cq_buf_push_str(out, CQ_STR("…"));
        ++*indent;
    }
    for (uint32_t offset = w->start, length; offset < w->end; offset += length) {
        cq_glyph glyph = glyph_at(source, w, offset, &length);
        cq_buf_push_str(out, cq_str_of(glyph.text));
        if (is_marked(w, offset))
            *marks += glyph.width;
        else if (offset < w->mark.start)
            *indent += glyph.width;
    }
    if (w->end < w->line.end) cq_buf_push_str(out, CQ_STR("…"));
}

static void push_more_lines(cq_buf *out, cq_source *source, cq_span span, uint32_t line) {
    uint32_t last = span.end > span.start ? cq_source_locate(source, span.end - 1).line : line;
    if (last > line)
        cq_buf_push_format(out, " and %" PRIu32 " more line%s", last - line,
                           last - line == 1 ? "" : "s");
}

void cq_excerpt_push(cq_buf *out, cq_source *source, cq_span span, const cq_excerpt_style *style) {
    uint32_t columns = style->width > CQ_EXCERPT_MARGIN ? style->width - CQ_EXCERPT_MARGIN : 0;
    uint32_t line = cq_source_locate(source, span.start).line;
    window w = fit_window(source, span, line, columns > LEAST_WIDTH ? columns : LEAST_WIDTH);
    uint32_t indent = 0, marks = 0;
    cq_buf_push_format(out, "%s%5" PRIu32 " |%s ", style->number_color, line, style->reset);
    push_text(out, source, &w, &indent, &marks);
    cq_buf_push_format(out, "\n%s      |%s ", style->number_color, style->reset);
    push_repeated(out, ' ', indent);
    cq_buf_push_str(out, cq_str_of(style->mark_color));
    push_repeated(out, style->mark, marks ? marks : 1);
    push_more_lines(out, source, span, line);
    cq_buf_push_format(out, "%s\n", style->reset);
}
