#include "text/markup_frontmatter.h"

#include "text/markup_entity.h"
#include "text/markup_line.h"

/* Keys, at the top level, whose values are prose for readers. */
static const char *const prose_keys[] = {"title",    "description", "summary", "headline",
                                         "subtitle", "excerpt",     "deck",    "kicker",
                                         "tagline",  "lead",        "abstract"};

typedef struct reader {
    cq_block_writer *writer;
    cq_str text;
    uint32_t end; /* of the front matter's last line */
    char mark;    /* '-' or '+': of its fences */
} reader;

static char byte_at(const reader *r, uint32_t at) {
    return at < r->end ? r->text.ptr[at] : '\0';
}

static bool is_blank_at(const reader *r, uint32_t at) {
    return byte_at(r, at) == ' ' || byte_at(r, at) == '\t';
}

static bool is_newline_at(const reader *r, uint32_t at) {
    return byte_at(r, at) == '\n' || byte_at(r, at) == '\r';
}

static bool is_fence(cq_str text, cq_markup_line line, const char *fence) {
    cq_str written = cq_str_slice(text, line.start, line.end);
    while (written.len &&
           (written.ptr[written.len - 1] == ' ' || written.ptr[written.len - 1] == '\t'))
        written.len--;
    return cq_str_is_equal(written, cq_str_of(fence));
}

static bool is_key_char(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' ||
           c == '-' || c == '.' || c == '"' || c == '\'';
}

/* The end of the key that the line starts with, or 0. */
static uint32_t find_key_end(const reader *r, cq_markup_line line) {
    uint32_t at = line.start;
    while (at < line.end && is_key_char(r->text.ptr[at])) at++;
    uint32_t end = at;
    while (at < line.end && is_blank_at(r, at)) at++;
    char separator = r->mark == '-' ? ':' : '=';
    return end > line.start && at < line.end && r->text.ptr[at] == separator ? end : 0;
}

/* Values ------------------------------------------------------------------ */

/* Where a quoted value ends, at its closing mark or at `end`. */
static uint32_t find_quote_end(const reader *r, uint32_t at, uint32_t end, char quote) {
    for (; at < end; at++) {
        char c = r->text.ptr[at];
        if (c == '\\' && quote == '"')
            at++;
        else if (c == quote && quote == '\'' && byte_at(r, at + 1) == quote)
            at++;
        else if (c == quote)
            return at;
    }
    return end;
}

/* Where a plain value ends: before a comment and the blanks in front of it. */
static uint32_t find_plain_end(const reader *r, uint32_t start, uint32_t end) {
    for (uint32_t at = start; at < end; at++)
        if (r->text.ptr[at] == '#' && at > start && is_blank_at(r, at - 1)) end = at;
    while (end > start && (is_blank_at(r, end - 1) || is_newline_at(r, end - 1))) end--;
    return end;
}

/* A line break inside a value, with the white space around it, is a space. */
static uint32_t write_break(reader *r, uint32_t at, uint32_t end) {
    uint32_t start = at;
    while (at < end && (is_blank_at(r, at) || is_newline_at(r, at))) at++;
    if (at < end && !cq_block_writer_is_empty(r->writer))
        cq_block_writer_replace(r->writer, CQ_STR(" "), (cq_span){start, at});
    return at;
}

static uint32_t write_escape(reader *r, uint32_t at) {
    char c = byte_at(r, at + 1);
    cq_str text = cq_str_slice(r->text, at + 1, at + 2);
    if (c == 'n' || c == 't' || c == 'r')
        text = CQ_STR(" ");
    else if (c != '"' && c != '\\' && c != '/' && c != '\'')
        return at;
    cq_block_writer_replace(r->writer, text, (cq_span){at, at + 2});
    return at + 2;
}

/* Titles and descriptions end up in HTML. */
static uint32_t write_entity(reader *r, uint32_t at, uint32_t end) {
    cq_markup_entity entity;
    uint32_t length = cq_markup_entity_read(cq_str_slice(r->text, at, end), false, &entity);
    if (length)
        cq_block_writer_replace(r->writer, cq_markup_entity_text(&entity),
                                (cq_span){at, at + length});
    return at + length;
}

static bool is_break_ahead(const reader *r, uint32_t at, uint32_t end) {
    while (at < end && is_blank_at(r, at)) at++;
    return at < end && is_newline_at(r, at);
}

static void write_value(reader *r, uint32_t at, uint32_t end, char quote) {
    cq_block_writer_begin(r->writer, CQ_BLOCK_META, 0, CQ_STR(""));
    while (at < end) {
        uint32_t next = at;
        if ((is_blank_at(r, at) && is_break_ahead(r, at, end)) || is_newline_at(r, at))
            next = write_break(r, at, end);
        else if (quote == '"' && byte_at(r, at) == '\\' && at + 1 < end)
            next = write_escape(r, at);
        else if (quote == '\'' && r->mark == '-' && byte_at(r, at) == quote && at + 1 < end)
            next = write_escape(r, at);
        else if (byte_at(r, at) == '&')
            next = write_entity(r, at, end);
        if (next == at) {
            next = at + 1;
            cq_block_writer_copy(r->writer, (cq_span){at, next});
        }
        at = next;
    }
    cq_block_writer_end(r->writer);
}

/* A block scalar: "|" or ">" and the indented lines below. */
static void read_block_scalar(reader *r, cq_markup_line line, uint32_t end) {
    uint32_t start = line.next;
    while (start < end && (is_blank_at(r, start) || is_newline_at(r, start))) start++;
    while (end > start && (is_blank_at(r, end - 1) || is_newline_at(r, end - 1))) end--;
    write_value(r, start, end, '\0');
}

/* The value behind a key; it may go on until `end`. */
static void read_value(reader *r, cq_markup_line line, uint32_t key_end, uint32_t end) {
    uint32_t at = key_end;
    while (is_blank_at(r, at)) at++;
    for (at++; is_blank_at(r, at); at++)
        ;
    char c = at < line.end ? byte_at(r, at) : '\0';
    cq_str rest = cq_str_slice(r->text, at, end);
    if (r->mark == '+' &&
        (cq_str_has_prefix(rest, CQ_STR("\"\"\"")) || cq_str_has_prefix(rest, CQ_STR("'''")))) {
        size_t close = cq_str_find(cq_str_slice(rest, 3, rest.len), cq_str_slice(rest, 0, 3));
        write_value(r, at + 3, close == SIZE_MAX ? end : at + 3 + (uint32_t)close, c);
    } else if (c == '"' || c == '\'')
        write_value(r, at + 1, find_quote_end(r, at + 1, end, c), c);
    else if (c == '|' || c == '>')
        read_block_scalar(r, line, end);
    else if (r->mark == '-' && c && !strchr("[{&*!#-%@`", c))
        write_value(r, at, find_plain_end(r, at, end), '\0');
}

/* Lines ------------------------------------------------------------------- */

static bool is_prose_key(cq_str key) {
    for (size_t i = 0; i < sizeof prose_keys / sizeof *prose_keys; i++)
        if (cq_str_is_equal(key, cq_str_of(prose_keys[i]))) return true;
    return false;
}

/* Where the value that starts on `line` ends at the latest: behind the indented and blank lines. */
static uint32_t find_value_limit(const reader *r, cq_markup_line line) {
    uint32_t limit = line.end;
    if (r->mark == '+') return r->end; /* TOML says itself where its strings end */
    while (line.next < r->end) {
        line = cq_markup_line_at(r->text, line.next);
        if (line.start >= r->end || (line.end > line.start && !is_blank_at(r, line.start))) break;
        limit = line.end;
    }
    return limit < r->end ? limit : r->end;
}

static void read_keys(reader *r, uint32_t at) {
    while (at < r->end) {
        cq_markup_line line = cq_markup_line_at(r->text, at);
        uint32_t key_end = find_key_end(r, line);
        if (key_end && is_prose_key(cq_str_slice(r->text, line.start, key_end)))
            read_value(r, line, key_end, find_value_limit(r, line));
        at = line.next;
    }
}

/* Whether the first line that says anything looks like front matter, not like prose below a
   rule. */
static bool is_plausible(const reader *r, uint32_t at) {
    while (at < r->end) {
        cq_markup_line line = cq_markup_line_at(r->text, at);
        if (!cq_markup_line_is_blank(r->text, line))
            return find_key_end(r, line) || byte_at(r, line.start) == '#' ||
                   (r->mark == '+' && byte_at(r, line.start) == '[');
        at = line.next;
    }
    return true;
}

/* Finds the front matter: its first line's offset in *start, its end in r->end. Returns the offset of
   what comes behind it; the start of the body: there is none. */
static uint32_t find_matter(reader *r, uint32_t body, uint32_t *start) {
    cq_markup_line first = cq_markup_line_at(r->text, body);
    if (!is_fence(r->text, first, "---") && !is_fence(r->text, first, "+++")) return body;
    r->mark = r->text.ptr[first.start];
    *start = first.next;
    const char *fence = r->mark == '-' ? "---" : "+++";
    for (uint32_t at = first.next; at < r->text.len;) {
        cq_markup_line line = cq_markup_line_at(r->text, at);
        if (is_fence(r->text, line, fence) || (r->mark == '-' && is_fence(r->text, line, "..."))) {
            r->end = line.start;
            return is_plausible(r, first.next) ? line.next : body;
        }
        at = line.next;
    }
    return body;
}

uint32_t cq_markup_frontmatter_read(cq_block_writer *writer) {
    reader r = {.writer = writer, .text = writer->source->text};
    uint32_t start, behind = find_matter(&r, writer->source->body, &start);
    if (behind != writer->source->body) read_keys(&r, start);
    return behind;
}

/* What stands behind the key and its separator, without quotation marks and a comment. */
static cq_str read_word(const reader *r, cq_markup_line line, uint32_t key_end) {
    uint32_t at = key_end;
    while (is_blank_at(r, at)) at++;
    for (at++; at < line.end && is_blank_at(r, at); at++)
        ;
    char quote = at < line.end ? byte_at(r, at) : '\0';
    if (quote == '"' || quote == '\'')
        return cq_str_slice(r->text, at + 1, find_quote_end(r, at + 1, line.end, quote));
    return cq_str_slice(r->text, at, find_plain_end(r, at, line.end));
}

cq_str cq_markup_frontmatter_find(const cq_source *source, cq_str key) {
    reader r = {.text = source->text};
    uint32_t start;
    if (find_matter(&r, source->body, &start) == source->body) return CQ_STR("");
    for (uint32_t at = start; at < r.end;) {
        cq_markup_line line = cq_markup_line_at(r.text, at);
        uint32_t key_end = find_key_end(&r, line);
        if (key_end && cq_str_is_equal(cq_str_slice(r.text, line.start, key_end), key))
            return read_word(&r, line, key_end);
        at = line.next;
    }
    return CQ_STR("");
}
