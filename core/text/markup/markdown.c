/* Markdown: CommonMark with GitHub's tables, task lists and strikethrough, read by md4c. Bare URLs
   stay text, as in other formats: the tokenizer knows them, and md4c needs quadratic time for them.

   md4c hands out text as pointers into what it reads, so most offsets come with the text. What it
   does not say (where a code span's backticks stand, where a line break is) lies between the end of
   the last text and the start of the next, and there it is unambiguous. */
#include "text/markup.h"

#include <md4c.h>

#include "text/markup_element.h"
#include "text/markup_entity.h"
#include "text/markup_frontmatter.h"
#include "text/markup_html.h"
#include "text/markup_mask.h"
#include "text/markup_tag.h"

#define NOWHERE UINT32_MAX
#define MOST_PARENTHESES 32u /* nested in a link's destination; as in md4c */
#define LONGEST_LABEL 4000u  /* bytes; of a reference: CommonMark allows 999 characters */

/* Something that is not prose and whose end is settled when the next thing starts. */
typedef struct omission {
    cq_inline_kind kind; /* CQ_INLINE_NONE: there is none */
    cq_span span;
    uint8_t emphasis;
} omission;

/* A line break is written when text follows it: none at the start or end of a block. */
typedef enum line_break { BREAK_NONE, BREAK_SOMEWHERE, BREAK_LOCATED } line_break;

typedef struct reader {
    cq_block_writer writer;
    cq_markup_mask mask;
    cq_str text;  /* what md4c reads: the mask's, as long as the source */
    uint32_t end; /* behind the last thing read; searches for delimiters start here */

    CQ_ARRAY(uint8_t) containers; /* open MD_BLOCK_QUOTE and MD_BLOCK_LI, outermost first */
    uint32_t quote_depth, list_depth;
    bool is_top;        /* the open block is a paragraph in no container */
    cq_block_kind leaf; /* CQ_BLOCK_PARAGRAPH: the innermost container decides */
    uint32_t level;     /* of a heading */
    bool is_hidden;     /* in a block of code or HTML */

    bool is_html;      /* in a block of HTML, of which this is */
    cq_span html_span; /* what was seen so far; empty: nothing */
    bool is_html_torn; /* by the prefixes of a block quotation */

    omission omitted;
    line_break line_break;
    cq_span break_span;
    uint32_t stressed, strong, links; /* open ones */
    bool is_tag_before;               /* the last thing was a tag without a trace in the text */

    bool is_link_start;        /* the next text is the first of a link */
    cq_inline_kind swallowing; /* inside something that is omitted as a whole */
    uint32_t swallow_start;
    cq_str swallow_until; /* the element's name, for raw HTML */
    uint32_t image_depth, image_start;
    uint32_t code_start; /* the first content of a code span, or NOWHERE */
    uint32_t span_start; /* `end` when the span was entered */
} reader;

static char byte_at(const reader *r, uint32_t at) {
    return at < r->text.len ? r->text.ptr[at] : '\0';
}

static bool is_blank_at(const reader *r, uint32_t at) {
    char c = byte_at(r, at);
    return c == ' ' || c == '\t';
}

static bool is_newline_at(const reader *r, uint32_t at) {
    char c = byte_at(r, at);
    return c == '\n' || c == '\r';
}

/* White space and the prefix of a line in a block quotation. */
static bool is_filler_at(const reader *r, uint32_t at) {
    return is_blank_at(r, at) || is_newline_at(r, at) || byte_at(r, at) == '>';
}

static uint32_t skip_filler(const reader *r, uint32_t at) {
    while (at < r->text.len && is_filler_at(r, at)) at++;
    return at;
}

static uint32_t count_run(const reader *r, uint32_t at, char c) {
    uint32_t end = at;
    while (end < r->text.len && r->text.ptr[end] == c) end++;
    return end - at;
}

static void set_emphasis(reader *r) {
    int bits = (r->stressed ? CQ_EMPHASIS_STRESSED : 0) | (r->strong ? CQ_EMPHASIS_STRONG : 0) |
               (r->links ? CQ_EMPHASIS_LINK : 0);
    cq_block_writer_emphasise(&r->writer, (uint8_t)bits);
}

/* Writing ----------------------------------------------------------------- */

static void omit_later(reader *r, cq_inline_kind kind, uint32_t start, uint32_t end) {
    r->omitted = (omission){kind, {start, end}, r->writer.emphasis};
    r->end = end;
}

static void flush_omission(reader *r, uint32_t before) {
    omission *omitted = &r->omitted;
    if (omitted->kind == CQ_INLINE_NONE) return;
    if (omitted->span.end > before) omitted->span.end = before;
    uint8_t emphasis = r->writer.emphasis;
    cq_block_writer_emphasise(&r->writer, omitted->emphasis);
    cq_block_writer_omit(&r->writer, omitted->kind, omitted->span);
    cq_block_writer_emphasise(&r->writer, emphasis);
    omitted->kind = CQ_INLINE_NONE;
}

/* Finds the line break that was announced: the last line end before `before`, with the blanks in
   front of it (and a hard break's backslash) and the next line's prefix. */
static void locate_break(reader *r, uint32_t before) {
    if (r->line_break != BREAK_SOMEWHERE) return;
    uint32_t start = before;
    while (start > r->end && !is_newline_at(r, start - 1)) start--;
    uint32_t end = start;
    while (end < before && is_filler_at(r, end)) end++;
    while (start > r->end && (is_newline_at(r, start - 1) || is_blank_at(r, start - 1))) start--;
    if (start > r->end && byte_at(r, start - 1) == '\\') start--;
    r->break_span = (cq_span){start, end};
    r->line_break = BREAK_LOCATED;
}

typedef struct block_place {
    cq_block_kind kind;
    uint32_t depth;
} block_place;

static block_place find_place(const reader *r) {
    if (r->leaf != CQ_BLOCK_PARAGRAPH || !r->containers.len)
        return (block_place){r->leaf, r->leaf == CQ_BLOCK_HEADING ? r->level : 0};
    if (r->containers.at[r->containers.len - 1] == MD_BLOCK_QUOTE)
        return (block_place){CQ_BLOCK_QUOTE, r->quote_depth};
    return (block_place){CQ_BLOCK_LIST_ITEM, r->list_depth};
}

static void open_block(reader *r) {
    if (cq_block_writer_is_open(&r->writer)) return;
    block_place place = find_place(r);
    cq_block_writer_begin(&r->writer, place.kind, place.depth, CQ_STR(""));
    r->is_top = place.kind == CQ_BLOCK_PARAGRAPH;
}

/* Something starts at `start`: settles what came before it. */
static void approach(reader *r, uint32_t start) {
    open_block(r);
    flush_omission(r, start);
    if (r->end > start) r->end = start;
    locate_break(r, start);
}

/* As approach, for what will be seen in the text. */
static void reach(reader *r, uint32_t start) {
    approach(r, start);
    if (r->line_break == BREAK_LOCATED && !cq_block_writer_is_empty(&r->writer))
        cq_block_writer_replace(&r->writer, CQ_STR(" "), r->break_span);
    r->line_break = BREAK_NONE;
}

/* Whether all that is open ends in front of the line that starts at `at`: it is a paragraph's first,
   a blank one stands before it, and nobody could take it for code. */
static bool is_cut_at(const reader *r, uint32_t at) {
    const char *text = r->writer.source->text.ptr; /* in the mask, lines may end elsewhere */
    if (at < 2 || text[at - 1] != '\n' || cq_markup_mask_is_code(&r->mask, at)) return false;
    uint32_t before = at - 1;
    while (before > 0 && text[before - 1] != '\n' && strchr(" \t\r", text[before - 1])) before--;
    return before > 0 && text[before - 1] == '\n';
}

static void finish_block(reader *r) {
    flush_omission(r, (uint32_t)r->text.len);
    if (r->swallowing && r->swallow_start < r->end)
        cq_block_writer_omit(&r->writer, r->swallowing, (cq_span){r->swallow_start, r->end});
    cq_block_writer_trim(&r->writer);
    cq_block *block = cq_block_writer_end(&r->writer);
    if (block) block->is_cut = r->is_top && is_cut_at(r, block->source.start);
    r->is_top = false;
    r->swallowing = CQ_INLINE_NONE;
    r->line_break = BREAK_NONE;
    r->is_tag_before = false;
    r->stressed = r->strong = r->links = r->image_depth = 0;
    set_emphasis(r);
}

static void start_swallowing(reader *r, cq_inline_kind kind, uint32_t start) {
    reach(r, start);
    r->swallowing = kind;
    r->swallow_start = start;
    r->swallow_until = CQ_STR("");
}

static void stop_swallowing(reader *r, uint32_t end) {
    cq_inline_kind kind = r->swallowing;
    r->swallowing = CQ_INLINE_NONE;
    omit_later(r, kind, r->swallow_start, end);
}

/* Delimiters -------------------------------------------------------------- */

/* The end of an inline link's destination at `at`, or NOWHERE. (CommonMark 6.3) */
static uint32_t skip_destination(const reader *r, uint32_t at) {
    uint32_t depth = 0;
    bool is_angled = byte_at(r, at) == '<';
    for (at += is_angled; at < r->text.len; at++) {
        char c = r->text.ptr[at];
        if (is_angled && c == '>') return at + 1;
        if (is_newline_at(r, at) || (is_angled && c == '<')) return is_angled ? NOWHERE : at;
        if (!is_angled && ((unsigned char)c <= ' ' || (c == ')' && depth == 0))) return at;
        depth += !is_angled && c == '(';
        depth -= !is_angled && c == ')';
        if (depth > MOST_PARENTHESES) return NOWHERE;
        if (c == '\\' && !is_newline_at(r, at + 1)) at++;
    }
    return NOWHERE;
}

/* Behind the closing mark of what `at` opens, or NOWHERE; no blank line lies inside. */
static uint32_t skip_quoted(const reader *r, uint32_t at) {
    char close = byte_at(r, at) == '(' ? ')' : byte_at(r, at) == '[' ? ']' : byte_at(r, at);
    bool is_line_blank = false;
    for (at++; at < r->text.len; at++) {
        char c = r->text.ptr[at];
        if (c == close) return at + 1;
        if (c == '\n' && is_line_blank) return NOWHERE;
        if (!is_blank_at(r, at) && c != '\r') is_line_blank = c == '\n';
        if (c == '\\') at++;
    }
    return NOWHERE;
}

/* Behind "(destination "title")" at `at`, or NOWHERE. */
static uint32_t skip_inline_tail(const reader *r, uint32_t at) {
    at = skip_destination(r, skip_filler(r, at + 1));
    if (at == NOWHERE) return NOWHERE;
    at = skip_filler(r, at);
    char c = byte_at(r, at);
    if (c == '"' || c == '\'' || c == '(') {
        at = skip_quoted(r, at);
        if (at == NOWHERE) return NOWHERE;
        at = skip_filler(r, at);
    }
    return byte_at(r, at) == ')' ? at + 1 : NOWHERE;
}

/* Behind the "](...)" or "][...]" or "]" of a link whose text ends before `at`, delimiters of
   emphasis in between; `at` itself where there is no such thing. */
static uint32_t skip_link_tail(const reader *r, uint32_t at) {
    uint32_t close = at;
    while (is_filler_at(r, close) || byte_at(r, close) == '*' || byte_at(r, close) == '_' ||
           byte_at(r, close) == '~')
        close++;
    if (byte_at(r, close) != ']') return at;
    uint32_t tail = close + 1, end = NOWHERE;
    if (byte_at(r, tail) == '(')
        end = skip_inline_tail(r, tail);
    else if (byte_at(r, tail) == '[')
        end = skip_quoted(r, tail);
    return end == NOWHERE ? tail : end;
}

/* Where the code span's first backtick is: in front of its content, or, where that is nothing but a
   line end, the next one. */
static uint32_t find_code_opener(const reader *r) {
    uint32_t at = r->code_start;
    if (at == NOWHERE) {
        for (at = r->span_start; at < r->text.len && r->text.ptr[at] != '`'; at++)
            ;
        return at;
    }
    while (at > r->span_start && is_filler_at(r, at - 1)) at--;
    while (at > r->span_start && byte_at(r, at - 1) == '`') at--;
    return at;
}

/* Behind the run of `count` backticks that comes next. */
static uint32_t find_code_end(const reader *r, uint32_t at, uint32_t count) {
    while (at < r->text.len) {
        uint32_t run = count_run(r, at, '`');
        if (run == count) return at + count;
        at += run ? run : 1;
    }
    return at;
}

static uint32_t find_image_start(const reader *r) {
    cq_str rest = cq_str_slice(r->text, r->end, r->text.len);
    size_t found = cq_str_find(rest, CQ_STR("!["));
    return found == SIZE_MAX ? r->end : r->end + (uint32_t)found;
}

/* Text -------------------------------------------------------------------- */

static bool is_url(cq_str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] <= ' ') return false;
    return cq_str_has_prefix(s, CQ_STR("http://")) || cq_str_has_prefix(s, CQ_STR("https://")) ||
           cq_str_has_prefix(s, CQ_STR("ftp://")) || cq_str_has_prefix(s, CQ_STR("www.")) ||
           (s.len && memchr(s.ptr, '@', s.len));
}

/* An address as the text of a link is no prose, whoever made the link. */
static void check_link_start(reader *r, cq_span span) {
    if (!r->is_link_start) return;
    if (span.start > r->end && byte_at(r, span.start - 1) == '<')
        start_swallowing(r, CQ_INLINE_URL, span.start - 1);
    else if (is_url(cq_str_slice(r->text, span.start, span.end)))
        start_swallowing(r, CQ_INLINE_URL, span.start);
}

/* Blanks are the tag's when they stand on both sides of one that leaves nothing in the text. */
static cq_span trim_after_tag(reader *r, cq_span span) {
    bool has_space =
        cq_block_writer_is_empty(&r->writer) || cq_block_writer_ends_with_space(&r->writer);
    while (r->is_tag_before && has_space && span.start < span.end && is_blank_at(r, span.start))
        span.start++;
    return span;
}

static void copy_visible(reader *r, cq_span span) {
    if (span.start >= span.end) return;
    reach(r, span.start);
    span = trim_after_tag(r, span);
    r->is_tag_before = false;
    cq_block_writer_copy(&r->writer, span);
    r->end = span.end;
}

static void copy_hidden(reader *r, const cq_markup_hidden *hidden) {
    if (hidden->kind == CQ_INLINE_NONE) {
        approach(r, hidden->span.start);
        r->is_tag_before = true;
    } else {
        reach(r, hidden->span.start);
        omit_later(r, hidden->kind, hidden->span.start, hidden->span.end);
    }
    r->end = hidden->span.end;
}

static void copy_text(reader *r, cq_span span) {
    while (span.start < span.end) {
        const cq_markup_hidden *hidden = cq_markup_mask_from(&r->mask, span.start);
        if (!hidden || hidden->span.start >= span.end) break;
        copy_visible(r, (cq_span){span.start, hidden->span.start});
        copy_hidden(r, hidden);
        span.start = hidden->span.end;
    }
    copy_visible(r, span);
}

static void read_normal(reader *r, cq_span span) {
    if (!r->swallowing) check_link_start(r, span);
    r->is_link_start = false;
    if (r->swallowing)
        r->end = span.end;
    else
        copy_text(r, span);
}

static void read_entity(reader *r, cq_span span) {
    cq_markup_entity entity;
    cq_str written = cq_str_slice(r->text, span.start, span.end);
    if (r->swallowing || cq_markup_entity_read(written, false, &entity) != written.len) {
        read_normal(r, span);
        return;
    }
    reach(r, span.start);
    cq_block_writer_replace(&r->writer, cq_markup_entity_text(&entity), span);
    r->end = span.end;
}

/* Raw HTML ---------------------------------------------------------------- */

static void count_tag(uint32_t *open, bool is_end) {
    if (!is_end)
        ++*open;
    else if (*open)
        --*open;
}

/* What a tag does to the text around it; that before it has been settled. */
static void apply_tag(reader *r, cq_span span, cq_str name, bool is_end, bool is_single) {
    cq_markup_role role = cq_markup_element_role(name);
    switch (role) {
    case CQ_ROLE_STRESSED: count_tag(&r->stressed, is_end); break;
    case CQ_ROLE_STRONG: count_tag(&r->strong, is_end); break;
    case CQ_ROLE_LINK: count_tag(&r->links, is_end); break;
    case CQ_ROLE_BREAK:
        r->line_break = BREAK_LOCATED;
        r->break_span = span;
        break;
    case CQ_ROLE_IMAGE:
        reach(r, span.start);
        omit_later(r, CQ_INLINE_IMAGE, span.start, span.end);
        break;
    case CQ_ROLE_CODE:
    case CQ_ROLE_OBJECT:
    case CQ_ROLE_HIDDEN:
        if (is_end || is_single) break;
        start_swallowing(r, role == CQ_ROLE_CODE ? CQ_INLINE_CODE : CQ_INLINE_MARKUP, span.start);
        r->swallow_until = name;
        break;
    default: break;
    }
    set_emphasis(r);
}

static void read_tag(reader *r, cq_span span) {
    cq_str tag = cq_str_slice(r->text, span.start, span.end);
    cq_str name = cq_markup_tag_name(tag);
    bool is_end = cq_str_has_prefix(tag, CQ_STR("</"));
    bool is_single = cq_str_has_suffix(tag, CQ_STR("/>")) || cq_markup_element_is_void(name);
    if (r->swallowing) {
        r->end = span.end;
        if (is_end && cq_markup_name_is_same(name, r->swallow_until)) stop_swallowing(r, span.end);
        return;
    }
    approach(r, span.start);
    r->end = span.end;
    r->is_tag_before = true;
    apply_tag(r, span, name, is_end, is_single);
}

static void note_comment(reader *r, uint32_t start) {
    size_t len = cq_str_find(cq_str_slice(r->text, start, r->text.len), CQ_STR("-->"));
    if (len != SIZE_MAX)
        cq_block_writer_comment(&r->writer, (cq_span){start, start + (uint32_t)len + 3});
}

/* A tag comes in pieces where it spans lines. */
static void read_html(reader *r, cq_span span) {
    if (cq_str_has_prefix(cq_str_slice(r->text, span.start, span.end), CQ_STR("<!--")))
        note_comment(r, span.start);
    if (byte_at(r, span.start) == '<')
        read_tag(r, span);
    else
        r->end = span.end;
    if (r->omitted.kind == CQ_INLINE_IMAGE && r->omitted.span.end < r->end)
        r->omitted.span.end = r->end;
}

/* Collects a block of HTML: its lines come one by one, without the prefix of a block quotation. */
static void note_html(reader *r, cq_span span) {
    if (r->html_span.start == r->html_span.end) r->html_span.start = r->html_span.end = span.start;
    for (uint32_t at = r->html_span.end; at < span.start; at++)
        if (!is_blank_at(r, at) && !is_newline_at(r, at)) r->is_html_torn = true;
    r->html_span.end = span.end;
}

static void read_html_block(reader *r) {
    if (r->is_html_torn) return;
    block_place place = find_place(r);
    cq_markup_html_read(&r->writer, &r->mask, r->html_span, place.kind, place.depth);
}

/* What md4c calls --------------------------------------------------------- */

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *userdata) {
    reader *r = userdata;
    const char *start = r->text.ptr, *end = start + r->text.len;
    if ((type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) && !r->is_hidden && !r->swallowing) {
        if (r->line_break == BREAK_NONE) r->line_break = BREAK_SOMEWHERE;
        return 0;
    }
    if (text < start || text >= end || size == 0) return 0;
    cq_span span = {(uint32_t)(text - start), (uint32_t)(text - start) + size};
    if (r->is_html) note_html(r, span);
    if (r->is_hidden)
        r->end = span.end;
    else if (type == MD_TEXT_CODE) {
        if (r->code_start == NOWHERE) r->code_start = span.start;
        r->end = span.end;
    } else if (type == MD_TEXT_HTML)
        read_html(r, span);
    else if (type == MD_TEXT_ENTITY)
        read_entity(r, span);
    else
        read_normal(r, span);
    return 0;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *userdata) {
    reader *r = userdata;
    finish_block(r);
    switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_LI:
        *CQ_ARRAY_PUSH(&r->writer.scratch, &r->containers) = (uint8_t)type;
        r->quote_depth += type == MD_BLOCK_QUOTE;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: r->list_depth++; break;
    case MD_BLOCK_CODE: r->is_hidden = true; break;
    case MD_BLOCK_HTML:
        r->is_hidden = r->is_html = true;
        r->is_html_torn = false;
        r->html_span = (cq_span){0, 0};
        break;
    case MD_BLOCK_H:
        r->leaf = CQ_BLOCK_HEADING;
        r->level = ((const MD_BLOCK_H_DETAIL *)detail)->level;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: r->leaf = CQ_BLOCK_TABLE_CELL; break;
    default: break;
    }
    return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *userdata) {
    (void)detail;
    reader *r = userdata;
    finish_block(r);
    if (type == MD_BLOCK_HTML) read_html_block(r);
    r->leaf = CQ_BLOCK_PARAGRAPH;
    r->is_hidden = r->is_html = false;
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI) r->containers.len--;
    r->quote_depth -= type == MD_BLOCK_QUOTE;
    r->list_depth -= type == MD_BLOCK_UL || type == MD_BLOCK_OL;
    return 0;
}

static void enter_image(reader *r) {
    if (r->swallowing || r->image_depth++) return;
    r->image_start = find_image_start(r);
    reach(r, r->image_start);
    r->end = r->image_start + 2;
    cq_block_writer_begin_aside(&r->writer, CQ_STR(""));
}

static void leave_image(reader *r) {
    if (r->swallowing) return;
    flush_omission(r, (uint32_t)r->text.len);
    r->line_break = BREAK_NONE;
    r->end = skip_link_tail(r, r->end);
    if (--r->image_depth) return;
    cq_block_writer_end_aside(&r->writer);
    omit_later(r, CQ_INLINE_IMAGE, r->image_start, r->end);
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *userdata) {
    (void)detail;
    reader *r = userdata;
    switch (type) {
    case MD_SPAN_EM: r->stressed++; break;
    case MD_SPAN_STRONG: r->strong++; break;
    case MD_SPAN_A:
        r->links++;
        r->is_link_start = true;
        r->span_start = r->end;
        break;
    case MD_SPAN_IMG: enter_image(r); break;
    case MD_SPAN_CODE:
        r->code_start = NOWHERE;
        r->span_start = r->end;
        break;
    default: break;
    }
    if (type != MD_SPAN_A) r->is_link_start = false;
    set_emphasis(r);
    return 0;
}

/* Behind a link without any text, which starts with the first bracket from `at` on. */
static uint32_t skip_empty_link(const reader *r, uint32_t at) {
    uint32_t open = at;
    while (is_filler_at(r, open) || byte_at(r, open) == '*' || byte_at(r, open) == '_') open++;
    return byte_at(r, open) == '[' ? skip_link_tail(r, open + 1) : at;
}

static void leave_link(reader *r) {
    if (r->links) r->links--;
    if (r->swallowing == CQ_INLINE_URL) {
        bool is_angled = byte_at(r, r->swallow_start) == '<';
        stop_swallowing(r, r->end + is_angled);
    } else if (r->swallowing) {
        return;
    }
    r->end = r->is_link_start ? skip_empty_link(r, r->end) : skip_link_tail(r, r->end);
    r->is_link_start = false;
}

static void leave_code(reader *r) {
    if (r->swallowing) return;
    uint32_t start = find_code_opener(r), count = count_run(r, start, '`');
    uint32_t from = start + count;
    if (r->code_start != NOWHERE) {
        count = r->code_start > start ? count : 1;
        from = r->end > from ? r->end : from;
    }
    uint32_t end = find_code_end(r, from, count);
    r->end = r->span_start;
    reach(r, start);
    omit_later(r, CQ_INLINE_CODE, start, end);
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *userdata) {
    (void)detail;
    reader *r = userdata;
    switch (type) {
    case MD_SPAN_EM: r->stressed -= r->stressed > 0; break;
    case MD_SPAN_STRONG: r->strong -= r->strong > 0; break;
    case MD_SPAN_A: leave_link(r); break;
    case MD_SPAN_IMG: leave_image(r); break;
    case MD_SPAN_CODE: leave_code(r); break;
    default: break;
    }
    set_emphasis(r);
    return 0;
}

static bool parse(reader *r, cq_str body, cq_markup_dialect dialect) {
    MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
        .enter_block = on_enter_block,
        .leave_block = on_leave_block,
        .enter_span = on_enter_span,
        .leave_span = on_leave_span,
        .text = on_text,
    };
    if (dialect == CQ_MASK_MDX) parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;
    return md_parse(body.ptr, (MD_SIZE)body.len, &parser, r) == 0;
}

static cq_markup_dialect dialect_of(cq_str path) {
    return cq_str_has_suffix(path, CQ_STR(".mdx")) ? CQ_MASK_MDX : CQ_MASK_MARKDOWN;
}

static bool read_part(cq_blocks *out, cq_arena *arena, const cq_source *source,
                      const cq_format_part *part, cq_err *err) {
    reader r = {.end = part->span.start};
    cq_block_writer_init(&r.writer, arena, source, out);
    if (r.end == source->body) r.end = cq_markup_frontmatter_read(&r.writer);
    cq_markup_dialect dialect = dialect_of(source->path);
    cq_span span = {r.end, part->span.end > r.end ? part->span.end : r.end};
    cq_markup_mask_init(&r.mask, arena, source, span, dialect);
    r.text = r.mask.text;
    cq_str body = cq_str_slice(r.text, span.start, span.end);
    cq_markup_mask_note_comments(&r.mask, &r.writer);
    bool is_read = parse(&r, body, dialect);
    finish_block(&r);
    cq_block_writer_release(&r.writer);
    if (!is_read)
        return cq_fail(err, CQ_ELIMIT, "%.*s: Markdown that takes more memory than there is",
                       CQ_FMT(source->path));
    return true;
}

static bool read_markdown(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    cq_format_part whole = {{source->body, (uint32_t)source->text.len}, 0, true};
    return read_part(out, arena, source, &whole, err);
}

/* Whether "]:" at `close` may end the label of a definition; that of a footnote is none. */
static bool is_definition(cq_str text, size_t close) {
    size_t open = close, least = close > LONGEST_LABEL ? close - LONGEST_LABEL : 0;
    while (open > least && text.ptr[open] != '[') open--;
    return text.ptr[open + 1] != '^';
}

/* A reference is a link where its label is defined anywhere. */
static bool is_entangled(const cq_source *source) {
    cq_str text = source->text;
    const char *p = text.ptr, *end = text.ptr + text.len;
    while (p < end && (p = memchr(p, ']', (size_t)(end - p)))) {
        if (++p < end && *p == ':' && is_definition(text, (size_t)(p - 1 - text.ptr))) return true;
    }
    return false;
}

static const char *const endings[] = {".md", ".markdown", ".mdown", ".mkd", ".mdx", NULL};

const cq_format cq_format_markdown = {.name = "markdown",
                                      .endings = endings,
                                      .is_walked = true,
                                      .has_frontmatter = true,
                                      .layout_is_text = false,
                                      .comment = {.begin = "<!-- ", .end = " -->"},
                                      .read = read_markdown,
                                      .read_part = read_part,
                                      .is_entangled = is_entangled};
