#include "text/markup_mask.h"

#include "text/markup_line.h"
#include "text/markup_tag.h"

#define LONGEST_LABEL 64u
#define LONGEST_ATTRIBUTES 256u
/* What is left of something that stands in a sentence; to a parser of Markdown or HTML, a full stop
   is punctuation without any meaning of its own. */
#define FILLER '.'

typedef struct reader {
    cq_markup_mask *mask;
    cq_arena *arena;
    cq_str source;
    cq_markup_dialect dialect;
    cq_markup_line line;
    uint32_t content;     /* of the line: behind indentation, ">" and list markers */
    bool is_quoted;       /* there was a ">" */
    char fence;           /* of the code block that the line is in, or 0 */
    uint32_t fence_width; /* of the opening fence */
    /* By form of tag: nothing closes one before these offsets. A search that came to nothing is not
       repeated for every opening tag of the same paragraph. */
    uint32_t barren[5];
    uint32_t barren_tag; /* likewise ">" */
    bool is_in_table;    /* of the kind that read_table knows */
} reader;

static char byte_at(const reader *r, uint32_t at) {
    return at < r->source.len ? r->source.ptr[at] : '\0';
}

static bool has_at(const reader *r, uint32_t at, cq_str what) {
    return cq_str_has_prefix(cq_str_slice(r->source, at, r->source.len), what);
}

static uint32_t skip_blanks(const reader *r, uint32_t at) {
    while (byte_at(r, at) == ' ' || byte_at(r, at) == '\t') at++;
    return at;
}

static bool is_line_end(const reader *r, uint32_t at) {
    return at >= r->source.len || byte_at(r, at) == '\n' || byte_at(r, at) == '\r';
}

static bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Overwrites [start, end) in the mask's own copy. */
static void fill(reader *r, uint32_t start, uint32_t end, char filler) {
    cq_markup_mask *mask = r->mask;
    if (mask->text.ptr == r->source.ptr) mask->text = cq_str_dup(r->arena, r->source);
    memset((char *)(uintptr_t)mask->text.ptr + start, filler, end - start);
}

static void hide(reader *r, uint32_t start, uint32_t end, cq_inline_kind kind, char filler) {
    if (start >= end) return;
    *CQ_ARRAY_PUSH(r->arena, &r->mask->hidden) = (cq_markup_hidden){{start, end}, kind};
    fill(r, start, end, filler);
}

/* The rest of the line is gone, line end excepted. */
static void hide_line(reader *r, uint32_t start) {
    hide(r, start, r->line.end, CQ_INLINE_NONE, ' ');
}

/* Tags -------------------------------------------------------------------- */

typedef struct tag_form {
    cq_str open, close;
    cq_inline_kind kind;
    cq_markup_dialect dialect; /* from this one up */
} tag_form;

static const tag_form forms[] = {
    {{"{{", 2}, {"}}", 2}, CQ_INLINE_MARKUP, CQ_MASK_TEMPLATES},
    {{"{%", 2}, {"%}", 2}, CQ_INLINE_MARKUP, CQ_MASK_TEMPLATES},
    {{"{# ", 3}, {"#}", 2}, CQ_INLINE_NONE, CQ_MASK_TEMPLATES},
    {{"{/*", 3}, {"*/}", 3}, CQ_INLINE_NONE, CQ_MASK_MARKDOWN},
    {{"{", 1}, {"}", 1}, CQ_INLINE_MARKUP, CQ_MASK_MDX},
};

/* Behind the first `close` in the paragraph that goes on at `at`, or 0. A tag holds no backtick:
   that would be the end of some code. */
static uint32_t find_close(reader *r, uint32_t at, cq_str close, uint32_t *barren) {
    bool is_line_blank = false;
    if (at < *barren) return 0;
    for (; at < r->source.len; at++) {
        char c = r->source.ptr[at];
        if (c == close.ptr[0] && has_at(r, at, close)) return at + (uint32_t)close.len;
        if (c == '`' || (c == '\n' && is_line_blank)) break;
        if (c != ' ' && c != '\t' && c != '\r') is_line_blank = c == '\n';
    }
    *barren = at;
    return 0;
}

/* Behind the brace that closes the one at `at`, or 0: MDX nests them. */
static uint32_t find_closing_brace(reader *r, uint32_t at, uint32_t *barren) {
    uint32_t depth = 0, end = at;
    while ((end = find_close(r, end, CQ_STR("}"), barren)) != 0) {
        for (; at < end; at++) depth += byte_at(r, at) == '{';
        if (--depth == 0) return end;
    }
    return 0;
}

/* Whether [start, end) is all there is on its lines. */
static bool is_alone(const reader *r, uint32_t start, uint32_t end) {
    return start == r->content && is_line_end(r, skip_blanks(r, end));
}

/* {% if %}, {{< note >}}, {{#each}} */
static bool is_statement(const reader *r, uint32_t start) {
    char second = byte_at(r, start + 1), third = byte_at(r, start + 2);
    return second == '%' || (second == '{' && third && strchr("<%#/!", third));
}

/* A value in braces stands for words. A statement at the start or end of a line, and whatever has a
   line for itself, more likely says what to do with the text beside it. */
static void hide_tag(reader *r, uint32_t start, uint32_t end, cq_inline_kind kind) {
    if (is_alone(r, start, end)) {
        hide(r, start, end, CQ_INLINE_NONE, ' ');
        return;
    }
    if (is_statement(r, start) && (start == r->content || is_line_end(r, skip_blanks(r, end))))
        kind = CQ_INLINE_NONE;
    hide(r, start, end, kind, FILLER);
}

/* Attributes at the end of a line: {#anchor}, {.class}, {: .class}. */
static uint32_t find_attributes_end(const reader *r, uint32_t at) {
    char c = byte_at(r, at + 1);
    if (r->dialect < CQ_MASK_MARKDOWN || (c != '#' && c != '.' && c != ':')) return 0;
    uint32_t end = at;
    while (end < r->line.end && end - at < LONGEST_ATTRIBUTES && byte_at(r, end) != '}') end++;
    return end < r->line.end && byte_at(r, end) == '}' && is_line_end(r, skip_blanks(r, end + 1))
               ? end + 1
               : 0;
}

/* Hides what the brace at `at` opens and returns where to read on. */
static uint32_t read_brace(reader *r, uint32_t at) {
    uint32_t end = find_attributes_end(r, at);
    if (end) {
        hide(r, at, end, CQ_INLINE_NONE, ' ');
        return end;
    }
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (r->dialect < forms[i].dialect || !has_at(r, at, forms[i].open)) continue;
        uint32_t inside = at + (uint32_t)forms[i].open.len;
        end = forms[i].close.len == 1 ? find_closing_brace(r, at, &r->barren[i])
                                      : find_close(r, inside, forms[i].close, &r->barren[i]);
        if (end) {
            hide_tag(r, at, end, forms[i].kind);
            return end;
        }
    }
    return at + 1;
}

/* A footnote's mark, or the start of its text. */
static uint32_t read_bracket(reader *r, uint32_t at) {
    uint32_t end = at + 2;
    if (r->dialect < CQ_MASK_MARKDOWN || byte_at(r, at + 1) != '^') return at + 1;
    while (end < r->line.end && end - at < LONGEST_LABEL && byte_at(r, end) > ' ' &&
           !strchr("[]`", byte_at(r, end)))
        end++;
    if (byte_at(r, end) != ']' || end == at + 2) return at + 1;
    end++;
    if (at == r->content && byte_at(r, end) == ':')
        hide(r, at, end + 1, CQ_INLINE_NONE, '\n'); /* its text is a paragraph of its own */
    else
        hide(r, at, end, CQ_INLINE_FOOTNOTE, FILLER);
    return end;
}

static uint32_t read_tags(reader *r, uint32_t at) {
    while (at < r->line.end) {
        char c = r->source.ptr[at];
        at = c == '{' ? read_brace(r, at) : c == '[' ? read_bracket(r, at) : at + 1;
    }
    return at;
}

/* Lines ------------------------------------------------------------------- */

static uint32_t skip_list_marker(const reader *r, uint32_t at) {
    uint32_t end = at;
    if (strchr("-*+", byte_at(r, at)) && byte_at(r, at)) {
        end = at + 1;
    } else {
        while (byte_at(r, end) >= '0' && byte_at(r, end) <= '9') end++;
        if (end == at || (byte_at(r, end) != '.' && byte_at(r, end) != ')')) return at;
        end++;
    }
    return byte_at(r, end) == ' ' || byte_at(r, end) == '\t' ? skip_blanks(r, end) : at;
}

static void find_content(reader *r) {
    uint32_t at = skip_blanks(r, r->line.start);
    r->is_quoted = false;
    for (uint32_t before = UINT32_MAX; before != at;) {
        before = at;
        if (byte_at(r, at) == '>') {
            r->is_quoted = true;
            at = skip_blanks(r, at + 1);
        }
        at = skip_list_marker(r, at);
    }
    r->content = at < r->line.end ? at : r->line.end;
}

/* Whether the line belongs to a fenced code block, its fences included. */
static bool is_code(reader *r) {
    char c = byte_at(r, r->content);
    uint32_t end = r->content;
    while (end < r->line.end && byte_at(r, end) == c) end++;
    uint32_t width = end - r->content;
    if (r->fence) {
        r->mask->code.at[r->mask->code.len - 1].end = r->line.next;
        if (c == r->fence && width >= r->fence_width && is_line_end(r, skip_blanks(r, end)))
            r->fence = '\0';
        return true;
    }
    if ((c != '`' && c != '~') || width < 3) return false;
    if (c == '`' && memchr(r->source.ptr + end, '`', r->line.end - end)) return false;
    r->fence = c;
    r->fence_width = width;
    *CQ_ARRAY_PUSH(r->arena, &r->mask->code) = (cq_span){r->line.start, r->line.next};
    return true;
}

/* ":::note", ":::note[Label]", ":::": the label is prose. */
static bool read_directive(reader *r) {
    uint32_t at = r->content;
    while (byte_at(r, at) == ':') at++;
    if (at - r->content < 3) return false;
    at = skip_blanks(r, at);
    if (!is_line_end(r, at) && !is_letter(byte_at(r, at)) && byte_at(r, at) != '{') return false;
    cq_str rest = cq_str_slice(r->source, at, r->line.end);
    const char *open = memchr(rest.ptr, '[', rest.len);
    size_t close = cq_str_find_last(rest, ']');
    if (!open || close == SIZE_MAX || rest.ptr + close < open) {
        hide_line(r, r->content);
        return true;
    }
    uint32_t label = at + (uint32_t)(open - rest.ptr) + 1;
    hide(r, r->content, label, CQ_INLINE_NONE, '\n');
    hide(r, at + (uint32_t)close, r->line.end, CQ_INLINE_NONE, '\n');
    return true;
}

/* "> [!NOTE]", with or without a title behind it. */
static void read_alert(reader *r) {
    uint32_t at = r->content;
    if (!r->is_quoted || !has_at(r, at, CQ_STR("[!"))) return;
    for (at += 2; is_letter(byte_at(r, at)) || byte_at(r, at) == '-'; at++)
        ;
    if (byte_at(r, at) != ']') return;
    at++;
    if (byte_at(r, at) == '-' || byte_at(r, at) == '+') at++;
    bool is_bare = is_line_end(r, skip_blanks(r, at));
    hide(r, r->content, at, CQ_INLINE_NONE, is_bare ? ' ' : '\n');
    r->content = at;
}

/* `!!! note "Title"` with its text indented below. To CommonMark that text would be code; behind a
   list marker it is not. */
static bool read_admonition(reader *r) {
    char c = byte_at(r, r->content);
    uint32_t at = r->content;
    while ((c == '!' || c == '?') && byte_at(r, at) == c) at++;
    if (at - r->content != 3) return false;
    at += byte_at(r, at) == '+';
    if (byte_at(r, at) != ' ' || !is_letter(byte_at(r, at + 1))) return false;
    hide_line(r, r->content);
    cq_markup_line next = cq_markup_line_at(r->source, r->line.next);
    if (r->line.next < r->source.len && !cq_markup_line_is_blank(r->source, next))
        fill(r, r->content, r->content + 1, '-');
    return true;
}

/* Behind the tag at `at`, or 0; what is in quotation marks or braces is an attribute's. */
static uint32_t find_tag_end(reader *r, uint32_t at) {
    bool is_line_blank = false;
    uint32_t depth = 0;
    char quote = '\0';
    if (at < r->barren_tag) return 0;
    for (; at < r->source.len; at++) {
        char c = r->source.ptr[at];
        if (c == '\n' && is_line_blank) break;
        if (c != ' ' && c != '\t' && c != '\r') is_line_blank = c == '\n';
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '{')
            depth++;
        else if (c == '}' && depth)
            depth--;
        else if (c == '>' && !depth)
            return at + 1;
    }
    r->barren_tag = at;
    return 0;
}

static bool has_markdown_attribute(const reader *r, uint32_t at, uint32_t end) {
    cq_markup_attribute attribute;
    while (cq_markup_attribute_next(&attribute, r->source, &at, end))
        if (cq_markup_name_is(attribute.name, "markdown")) return true;
    return false;
}

/* Whether there is Markdown, not HTML, inside the element that the tag opens or closes. */
static bool is_component(const reader *r, uint32_t at, uint32_t end) {
    cq_str name = cq_markup_tag_name(cq_str_slice(r->source, at, end));
    if (!name.len || !is_letter(name.ptr[0]))
        return r->dialect == CQ_MASK_MDX && end - at <= 3; /* a fragment, <> or </> */
    return r->dialect == CQ_MASK_MDX || name.ptr[0] < 'a' || has_markdown_attribute(r, at, end);
}

/* Lines that hold nothing but such tags are gone, and what is between them is read. */
static bool read_components(reader *r) {
    uint32_t at = r->content;
    while (byte_at(r, at) == '<' && (is_letter(byte_at(r, at + 1)) || byte_at(r, at + 1) == '/' ||
                                     byte_at(r, at + 1) == '>')) {
        uint32_t end = find_tag_end(r, at);
        if (!end || !is_component(r, at, end)) return false;
        at = skip_blanks(r, end);
    }
    if (at == r->content || !is_line_end(r, at)) return false;
    for (; r->line.end < at; r->line = cq_markup_line_at(r->source, r->line.next))
        hide(r, r->line.start, r->line.end, CQ_INLINE_NONE, ' ');
    hide_line(r, r->content > r->line.start ? r->content : r->line.start);
    return true;
}

/* Whether the next line is what parts a table's head from its body, with a column that has fewer
   than three dashes. */
static bool is_short_delimiter(const reader *r, cq_markup_line line) {
    uint32_t pipes = 0, dashes = 0, fewest = UINT32_MAX;
    for (uint32_t at = line.start; at < line.end; at++) {
        char c = byte_at(r, at);
        if (c == '-' && ++dashes && byte_at(r, at + 1) != '-') {
            fewest = dashes < fewest ? dashes : fewest;
            dashes = 0;
        }
        if (c == '|')
            pipes++;
        else if (c != '-' && c != ':' && c != ' ' && c != '\t')
            return false;
    }
    return pipes && fewest < 3;
}

/* md4c before 0.5 wants three dashes in each column; GitHub wants one. Such a table's cells become
   paragraphs. */
static bool read_table(reader *r) {
    cq_markup_line next = cq_markup_line_at(r->source, r->line.next);
    cq_str line = cq_str_slice(r->source, r->line.start, r->line.end);
    if (!r->is_in_table)
        r->is_in_table = line.len && memchr(line.ptr, '|', line.len) && is_short_delimiter(r, next);
    else if (cq_markup_line_is_blank(r->source, r->line))
        r->is_in_table = false;
    if (!r->is_in_table) return false;
    if (is_short_delimiter(r, r->line)) {
        hide_line(r, r->line.start);
        return true;
    }
    for (uint32_t at = r->content; at < r->line.end;) {
        uint32_t bar = skip_blanks(r, at), end = skip_blanks(r, bar + 1);
        if (byte_at(r, bar) == '\\')
            at = bar + 2;
        else if (byte_at(r, bar) == '|')
            hide(r, at, end, CQ_INLINE_NONE, '\n');
        at = byte_at(r, bar) == '|' ? end : at > bar ? at : bar + 1;
    }
    return true;
}

static bool read_contents_mark(reader *r) {
    cq_str line = cq_str_trim(cq_str_slice(r->source, r->content, r->line.end));
    if (!cq_str_is_equal(line, CQ_STR("[TOC]")) && !cq_str_is_equal(line, CQ_STR("[[toc]]")) &&
        !cq_str_is_equal(line, CQ_STR("[[_TOC_]]")))
        return false;
    hide_line(r, r->content);
    return true;
}

/* `import X from 'y';`, which is no sentence of any language. */
static bool is_import(const reader *r) {
    cq_str line = cq_str_trim(cq_str_slice(r->source, r->line.start, r->line.end));
    if (!cq_str_has_prefix(line, CQ_STR("import "))) return false;
    if (line.ptr[line.len - 1] == ';') line.len--;
    return strchr("'\"", line.ptr[line.len - 1]) != NULL;
}

/* In MDX, an import or export has all lines up to the next blank one. */
static void hide_statement(reader *r) {
    for (;;) {
        hide_line(r, r->line.start);
        cq_markup_line next = cq_markup_line_at(r->source, r->line.next);
        if (r->line.next >= r->source.len || cq_markup_line_is_blank(r->source, next)) return;
        r->line = next;
    }
}

static bool read_script(reader *r) {
    bool is_mdx = r->dialect == CQ_MASK_MDX && (has_at(r, r->line.start, CQ_STR("import ")) ||
                                                has_at(r, r->line.start, CQ_STR("export ")));
    if (is_mdx)
        hide_statement(r);
    else if (is_import(r))
        hide_line(r, r->line.start);
    else
        return false;
    return true;
}

/* Reads the line at `at` and returns where to read on. */
static uint32_t read_line(reader *r, uint32_t at) {
    r->line = cq_markup_line_at(r->source, at);
    r->content = cq_markup_line_indent(r->source, r->line);
    if (r->dialect >= CQ_MASK_MARKDOWN) {
        find_content(r);
        if (is_code(r)) return r->line.next;
        if (read_directive(r) || read_admonition(r) || read_script(r) || read_components(r) ||
            read_contents_mark(r) || read_table(r))
            return r->line.next;
        read_alert(r);
    }
    at = read_tags(r, r->content);
    while (at > r->line.end) { /* a tag has reached into another line */
        r->line = cq_markup_line_at(r->source, at);
        r->content = UINT32_MAX;
        at = read_tags(r, at);
    }
    return r->line.next;
}

void cq_markup_mask_init(cq_markup_mask *mask, cq_arena *arena, const cq_source *source,
                         cq_span lines, cq_markup_dialect dialect) {
    *mask = (cq_markup_mask){.text = source->text};
    reader r = {.mask = mask, .arena = arena, .source = source->text, .dialect = dialect};
    for (uint32_t at = lines.start; at < lines.end;) at = read_line(&r, at);
}

bool cq_markup_mask_is_code(const cq_markup_mask *mask, uint32_t at) {
    uint32_t low = 0, high = mask->code.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mask->code.at[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < mask->code.len && mask->code.at[low].start <= at;
}

const cq_markup_hidden *cq_markup_mask_from(const cq_markup_mask *mask, uint32_t at) {
    uint32_t low = 0, high = mask->hidden.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mask->hidden.at[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < mask->hidden.len ? &mask->hidden.at[low] : NULL;
}

void cq_markup_mask_note_comments(const cq_markup_mask *mask, cq_block_writer *writer) {
    static const char *const marks[] = {"{#", "{/*", "{{/*", "{{- /*", "{{!"};
    for (uint32_t i = 0; i < mask->hidden.len; i++) {
        cq_span span = mask->hidden.at[i].span;
        cq_str written = cq_source_slice(writer->source, span);
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
            if (cq_str_has_prefix(written, cq_str_of(marks[k])))
                cq_block_writer_comment(writer, span);
    }
}
