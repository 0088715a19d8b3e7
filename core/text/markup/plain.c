/* Plain text. Blank lines end a paragraph; everything in between is one verbatim stretch, line
   ends included. There is no markup, so three habits of writers are guessed at, from the lines:

   - A paragraph is a heading when it is a single short line without a stop at its end.
   - Lines that start with a bullet or a number are list items. Inside a paragraph it takes two such
     lines in a row: a single one is a dash or a date that a line wrap has put there.
   - Where nearly all of a paragraph is in long lines, and nearly all of those end with a stop,
     nobody has wrapped them: each line is a paragraph of its own, as in many news texts. */
#include "text/markup.h"

#include "base/utf8.h"
#include "text/markup_line.h"

/* Bytes. A wrapped line is shorter than LONG_LINE, a heading no longer than LONGEST_HEADING; the
   first line of a text is its headline and may say more. */
#define LONG_LINE 120u
#define LONGEST_HEADING 100u
#define LONGEST_HEADLINE 160u

typedef struct reader {
    cq_block_writer writer;
    cq_str text;
    cq_arena scratch;
    CQ_ARRAY(cq_markup_line) lines; /* of the stretch between two blank lines */
    uint32_t blank_lines;           /* since the last block */
    bool is_first;                  /* of the text: no block has been written yet */
} reader;

static bool is_closing(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == 0xBB || c == 0xAB || c == 0x2019 ||
           c == 0x201C || c == 0x201D || c == 0x203A || c == 0x300D || c == 0x300F || c == ' ' ||
           c == '\t' || c == 0xA0 || c == 0x202F || c == '*' || c == '_';
}

/* What ends a sentence, or announces that the text goes on. */
static bool is_stop(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == ',' || c == 0x2026 ||
           c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F || c == 0x06D4 || c == 0x0964;
}

/* In front of the digits and bracket of a reference ("[15]") whose closing bracket is at `end`. */
static uint32_t skip_reference(cq_str text, uint32_t start, uint32_t end) {
    uint32_t at = end;
    while (at > start && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9') at--;
    return at < end && at > start && text.ptr[at - 1] == '[' ? at - 1 : end;
}

/* Whether the last thing before `end`, closing marks and spaces aside, is a stop. */
static bool ends_with_stop(cq_str text, uint32_t start, uint32_t end) {
    while (end > start) {
        uint32_t length;
        uint32_t c = cq_utf8_decode_before(text.ptr + start, text.ptr + end, &length);
        end -= length;
        if (c == ']')
            end = skip_reference(text, start, end);
        else if (!is_closing(c))
            return is_stop(c);
    }
    return false;
}

static bool has_letter(cq_str text, uint32_t start, uint32_t end) {
    for (uint32_t i = start; i < end; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c >= 0xC3) return true;
    }
    return false;
}

/* Anything but the ASCII marks of which rules and ornaments are made. */
static bool has_word(cq_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!strchr(" \t*-+_=~.", s.ptr[i])) return true;
    return false;
}

/* Where the text behind a list marker starts, or 0 where the line has none. */
static uint32_t find_item_text(cq_str text, cq_markup_line line) {
    uint32_t at = cq_markup_line_indent(text, line), digits = at;
    cq_str rest = cq_str_slice(text, at, line.end);
    while (digits < line.end && text.ptr[digits] >= '0' && text.ptr[digits] <= '9') digits++;
    if (digits > at && digits - at <= 3 && digits < line.end &&
        (text.ptr[digits] == '.' || text.ptr[digits] == ')'))
        at = digits + 1;
    else if (cq_str_has_prefix(rest, CQ_STR("\xE2\x80\xA2"))) /* bullet */
        at += 3;
    else if (rest.len && (rest.ptr[0] == '-' || rest.ptr[0] == '*' || rest.ptr[0] == '+'))
        at += 1;
    else
        return 0;
    uint32_t start = at;
    while (at < line.end && (text.ptr[at] == ' ' || text.ptr[at] == '\t')) at++;
    return at > start && has_word(cq_str_slice(text, at, line.end)) ? at : 0;
}

static bool is_heading(reader *r, uint32_t first, uint32_t end, uint32_t start) {
    uint32_t last = r->lines.at[end - 1].end;
    uint32_t longest = r->is_first ? LONGEST_HEADLINE : LONGEST_HEADING;
    return end == first + 1 && last - start <= longest && has_letter(r->text, start, last) &&
           !ends_with_stop(r->text, start, last);
}

/* Writes lines [first, end) as one block whose text starts at `start`. */
static void write_lines(reader *r, uint32_t first, uint32_t end, uint32_t start, bool is_item) {
    cq_block_kind kind = CQ_BLOCK_PARAGRAPH;
    if (is_item)
        kind = CQ_BLOCK_LIST_ITEM;
    else if (is_heading(r, first, end, start))
        kind = CQ_BLOCK_HEADING;
    uint32_t depth = kind == CQ_BLOCK_PARAGRAPH ? 0 : 1;
    cq_block_writer_begin(&r->writer, kind, depth, CQ_STR(""));
    cq_block_writer_copy(&r->writer, (cq_span){start, r->lines.at[end - 1].end});
    cq_block *block = cq_block_writer_end(&r->writer);
    if (block) {
        block->blank_lines_before = r->blank_lines;
        block->is_cut = first == 0;
        r->blank_lines = 0;
        r->is_first = false;
    }
}

static void write_paragraph(reader *r, uint32_t first, uint32_t end) {
    if (first < end)
        write_lines(r, first, end, cq_markup_line_indent(r->text, r->lines.at[first]), false);
}

static void write_each_line(reader *r, uint32_t first, uint32_t end) {
    for (; first < end; first++) write_paragraph(r, first, first + 1);
}

/* Were lines [first, end) written one paragraph a line? */
static bool is_line_a_paragraph(reader *r, uint32_t first, uint32_t end) {
    uint64_t bytes = 0, long_bytes = 0;
    uint32_t count_long = 0, count_stopped = 0;
    for (uint32_t i = first; i < end; i++) {
        cq_markup_line line = r->lines.at[i];
        bytes += line.end - line.start;
        if (line.end - line.start <= LONG_LINE) continue;
        count_long++;
        long_bytes += line.end - line.start;
        count_stopped += ends_with_stop(r->text, line.start, line.end);
    }
    return count_long && long_bytes * 4 >= bytes * 3 && count_stopped * 4 >= count_long * 3;
}

static void write_prose(reader *r, uint32_t first, uint32_t end) {
    if (is_line_a_paragraph(r, first, end))
        write_each_line(r, first, end);
    else
        write_paragraph(r, first, end);
}

/* Does a list start at line `at`? One marker is enough at the start of the stretch. */
static bool is_list_start(reader *r, uint32_t at) {
    return find_item_text(r->text, r->lines.at[at]) &&
           (at == 0 || (at + 1 < r->lines.len && find_item_text(r->text, r->lines.at[at + 1])));
}

/* Writes the items from line `at` on; a line without a marker goes on with the item above it. */
static void write_list(reader *r, uint32_t at) {
    uint32_t first = at;
    for (at++; at <= r->lines.len; at++) {
        if (at < r->lines.len && !find_item_text(r->text, r->lines.at[at])) continue;
        write_lines(r, first, at, find_item_text(r->text, r->lines.at[first]), true);
        first = at;
    }
}

/* Writes what was collected between two blank lines. */
static void write_stretch(reader *r) {
    uint32_t at = 0;
    while (at < r->lines.len && !is_list_start(r, at)) at++;
    write_prose(r, 0, at);
    if (at < r->lines.len) write_list(r, at);
    r->lines.len = 0;
}

static bool read_part(cq_blocks *out, cq_arena *arena, const cq_source *source,
                      const cq_format_part *part, cq_err *err) {
    (void)err;
    reader r = {.text = source->text, .blank_lines = part->blank_lines, .is_first = part->is_first};
    cq_block_writer_init(&r.writer, arena, source, out);
    cq_arena_init(&r.scratch);
    for (uint32_t at = part->span.start; at < part->span.end;) {
        cq_markup_line line = cq_markup_line_at(r.text, at);
        at = line.next;
        if (cq_markup_line_is_blank(r.text, line)) {
            write_stretch(&r);
            r.blank_lines++;
        } else {
            *CQ_ARRAY_PUSH(&r.scratch, &r.lines) = line;
        }
    }
    write_stretch(&r);
    cq_block_writer_release(&r.writer);
    cq_arena_release(&r.scratch);
    return true;
}

static bool read_plain(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    cq_format_part whole = {{source->body, (uint32_t)source->text.len}, 0, true};
    return read_part(out, arena, source, &whole, err);
}

static const char *const endings[] = {".txt", ".text", NULL};

const cq_format cq_format_plain = {.name = "plain",
                                   .endings = endings,
                                   .is_walked = true,
                                   .layout_is_text = true,
                                   .read = read_plain,
                                   .read_part = read_part};
