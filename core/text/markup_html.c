/* A page is read as browsers read it: tag by tag, whatever their order. All that is between tags
   and comments is text, so nothing is lost in malformed pages. What encloses what matters little
   for prose, and a stack of open elements is enough for it. Each byte is looked at once. */
#include "text/markup_html.h"

#include "text/markup_element.h"
#include "text/markup_entity.h"
#include "text/markup_tag.h"

#include <strings.h>

/* An end tag closes an element at most so many levels up. */
#define HIGHEST_CLOSED 256u

/* What holds inside an open element. */
typedef struct frame {
    cq_str name;
    cq_markup_role role;
    cq_block_kind kind;
    uint32_t depth, quote_depth, list_depth;
    cq_str language;
    uint32_t start; /* of the element */
    uint8_t emphasis;
    uint8_t omit_kind; /* CQ_INLINE_NONE, or what the whole element is omitted as */
    bool is_hidden;    /* neither text nor omissions are written inside */
    bool is_split;     /* prose ends where the element starts and ends */
} frame;

typedef struct reader {
    cq_block_writer *writer;
    const cq_markup_mask *mask;
    cq_str text; /* the mask's, up to the end of the stretch */
    uint32_t at; /* everything before has been read */
    cq_span gap; /* white space that is written when text follows it; empty: none */
    uint8_t gap_emphasis;
    CQ_ARRAY(frame) frames; /* the first is the stretch itself */
    cq_arena scratch;       /* of the frames */
} reader;

static frame *top_frame(reader *r) {
    return &r->frames.at[r->frames.len - 1];
}

/* Text -------------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void open_block(reader *r) {
    frame *top = top_frame(r);
    if (!cq_block_writer_is_open(r->writer))
        cq_block_writer_begin(r->writer, top->kind, top->depth, top->language);
    cq_block_writer_emphasise(r->writer, top->emphasis);
}

static void end_block(reader *r) {
    cq_block_writer_end(r->writer);
    r->gap = (cq_span){0, 0};
}

/* A run of white space is one space, as in a browser; none at the start of a block. */
static void write_gap(reader *r) {
    cq_span gap = r->gap;
    uint8_t emphasis = r->writer->emphasis;
    r->gap = (cq_span){0, 0};
    if (gap.start == gap.end || cq_block_writer_is_empty(r->writer)) return;
    cq_block_writer_emphasise(r->writer, r->gap_emphasis);
    if (gap.end - gap.start == 1 && r->text.ptr[gap.start] == ' ')
        cq_block_writer_copy(r->writer, gap);
    else
        cq_block_writer_replace(r->writer, CQ_STR(" "), gap);
    cq_block_writer_emphasise(r->writer, emphasis);
}

/* Of several gaps in a row the first is kept. */
static void note_gap(reader *r, cq_span gap) {
    if (r->gap.start != r->gap.end) return;
    r->gap = gap;
    r->gap_emphasis = top_frame(r)->emphasis;
}

static uint32_t write_entity(reader *r, uint32_t at, uint32_t end) {
    cq_markup_entity entity;
    uint32_t length = cq_markup_entity_read(cq_str_slice(r->text, at, end), true, &entity);
    write_gap(r);
    if (length)
        cq_block_writer_replace(r->writer, cq_markup_entity_text(&entity),
                                (cq_span){at, at + length});
    else
        cq_block_writer_copy(r->writer, (cq_span){at, at + 1});
    return at + (length ? length : 1);
}

static bool is_word_part(char c) {
    return !is_space(c) && c != '&';
}

/* White space, or words with single spaces between them. */
static uint32_t write_run(reader *r, uint32_t at, uint32_t end) {
    uint32_t start = at;
    if (is_space(r->text.ptr[at])) {
        while (at < end && is_space(r->text.ptr[at])) at++;
        note_gap(r, (cq_span){start, at});
        return at;
    }
    while (at < end && (is_word_part(r->text.ptr[at]) || (r->text.ptr[at] == ' ' && at + 1 < end &&
                                                          is_word_part(r->text.ptr[at + 1]))))
        at++;
    write_gap(r);
    cq_block_writer_copy(r->writer, (cq_span){start, at});
    return at;
}

static void write_visible(reader *r, uint32_t at, uint32_t end) {
    while (at < end) at = r->text.ptr[at] == '&' ? write_entity(r, at, end) : write_run(r, at, end);
}

static void write_text(reader *r, uint32_t at, uint32_t end) {
    while (at < end) {
        const cq_markup_hidden *hidden = cq_markup_mask_from(r->mask, at);
        if (!hidden || hidden->span.start >= end) break;
        write_visible(r, at, hidden->span.start);
        if (hidden->kind != CQ_INLINE_NONE) {
            write_gap(r);
            cq_block_writer_omit(r->writer, hidden->kind, hidden->span);
        }
        at = hidden->span.end;
    }
    if (at < end) write_visible(r, at, end);
}

/* The text between what was read last and `end`. */
static void read_text(reader *r, uint32_t end) {
    if (end <= r->at) return;
    uint32_t start = r->at;
    r->at = end;
    if (top_frame(r)->is_hidden) return;
    if (!cq_block_writer_is_open(r->writer)) {
        while (start < end && is_space(r->text.ptr[start])) start++;
        if (start == end) return;
    }
    open_block(r);
    write_text(r, start, end);
}

static void omit(reader *r, cq_inline_kind kind, cq_span span) {
    if (top_frame(r)->is_hidden) return;
    open_block(r);
    write_gap(r);
    cq_block_writer_omit(r->writer, kind, span);
}

/* Tags -------------------------------------------------------------------- */

static void write_aside(reader *r, cq_span value) {
    frame *top = top_frame(r);
    cq_span gap = r->gap;
    r->gap = (cq_span){0, 0};
    cq_block_writer_begin_aside(r->writer, top->language);
    cq_block_writer_emphasise(r->writer, 0);
    write_text(r, value.start, value.end);
    cq_block_writer_end_aside(r->writer);
    r->gap = gap;
}

static bool is_described(cq_str name) {
    static const char *const names[] = {"description", "og:title", "og:description",
                                        "twitter:title", "twitter:description"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cq_markup_name_is(name, names[i])) return true;
    return false;
}

/* The value of a <meta> that is read by people. */
static void read_meta(reader *r, cq_span tag) {
    cq_markup_attribute attribute;
    cq_span content = {0, 0};
    bool is_prose = false;
    for (uint32_t at = tag.start; cq_markup_attribute_next(&attribute, r->text, &at, tag.end);) {
        cq_str value = cq_str_slice(r->text, attribute.value.start, attribute.value.end);
        if (cq_markup_name_is(attribute.name, "content"))
            content = attribute.value;
        else if (cq_markup_name_is(attribute.name, "name") ||
                 cq_markup_name_is(attribute.name, "property"))
            is_prose = is_described(value);
    }
    if (is_prose) write_aside(r, content);
}

static void read_attributes(reader *r, cq_span tag, frame *inner) {
    cq_markup_attribute attribute;
    for (uint32_t at = tag.start; cq_markup_attribute_next(&attribute, r->text, &at, tag.end);) {
        cq_str value = cq_str_slice(r->text, attribute.value.start, attribute.value.end);
        if (cq_markup_name_is(attribute.name, "lang") ||
            cq_markup_name_is(attribute.name, "xml:lang"))
            inner->language = cq_str_dup(r->writer->arena, value);
        else if (!inner->is_hidden && (cq_markup_name_is(attribute.name, "title") ||
                                       cq_markup_name_is(attribute.name, "alt")))
            write_aside(r, attribute.value);
    }
}

static void set_kind(frame *inner, cq_block_kind kind, uint32_t depth) {
    inner->kind = kind;
    inner->depth = depth;
}

/* What the element changes for the prose inside it. */
static void apply_role(frame *inner, cq_markup_role role, cq_str name) {
    switch (role) {
    case CQ_ROLE_STRESSED: inner->emphasis |= CQ_EMPHASIS_STRESSED; break;
    case CQ_ROLE_STRONG: inner->emphasis |= CQ_EMPHASIS_STRONG; break;
    case CQ_ROLE_LINK: inner->emphasis |= CQ_EMPHASIS_LINK; break;
    case CQ_ROLE_CODE: inner->omit_kind = CQ_INLINE_CODE; break;
    case CQ_ROLE_IMAGE: inner->omit_kind = CQ_INLINE_IMAGE; break;
    case CQ_ROLE_OBJECT:
        inner->omit_kind = cq_markup_name_is(name, "math") ? CQ_INLINE_MATH : CQ_INLINE_MARKUP;
        break;
    case CQ_ROLE_HIDDEN: inner->is_hidden = true; break;
    case CQ_ROLE_HEADING: set_kind(inner, CQ_BLOCK_HEADING, (uint32_t)(name.ptr[1] - '0')); break;
    case CQ_ROLE_LIST: inner->list_depth++; break;
    case CQ_ROLE_LIST_ITEM:
        set_kind(inner, CQ_BLOCK_LIST_ITEM, inner->list_depth ? inner->list_depth : 1);
        break;
    case CQ_ROLE_TABLE_CELL: set_kind(inner, CQ_BLOCK_TABLE_CELL, 0); break;
    case CQ_ROLE_QUOTE: set_kind(inner, CQ_BLOCK_QUOTE, ++inner->quote_depth); break;
    case CQ_ROLE_CAPTION: set_kind(inner, CQ_BLOCK_CAPTION, 0); break;
    case CQ_ROLE_TITLE: set_kind(inner, CQ_BLOCK_META, 0); break;
    default: break;
    }
}

static bool is_letter_at(const reader *r, uint32_t at) {
    return at < r->text.len && (r->text.ptr[at] | 0x20) >= 'a' && (r->text.ptr[at] | 0x20) <= 'z';
}

static void push_frame(reader *r, cq_str name, cq_markup_role role) {
    frame inner = *top_frame(r);
    inner.name = name;
    inner.role = role;
    inner.is_split = false;
    inner.omit_kind = CQ_INLINE_NONE;
    *CQ_ARRAY_PUSH(&r->scratch, &r->frames) = inner;
}

/* Ends the innermost element, at `end`. */
static void pop_frame(reader *r, uint32_t end) {
    frame inner = *top_frame(r);
    r->frames.len--;
    if (inner.omit_kind) omit(r, inner.omit_kind, (cq_span){inner.start, end});
    if (inner.is_split) end_block(r);
}

/* Puts what an element changes into its frame. The text before its tag has been read. */
static void open_element(reader *r, cq_span tag) {
    frame *top = top_frame(r);
    cq_markup_role role = top->role;
    if (top->is_hidden) return;
    if (role >= CQ_ROLE_HIDDEN) {
        end_block(r);
        top->is_split = true;
    } else if (role == CQ_ROLE_BREAK) {
        note_gap(r, tag);
    }
    if (cq_markup_name_is(top->name, "meta")) read_meta(r, tag);
    read_attributes(r, tag, top);
    apply_role(top, role, top->name);
    if (!top->omit_kind) return;
    open_block(r);
    write_gap(r);
    top->is_hidden = true;
    top->start = tag.start;
}

/* Elements whose content is no markup; in a title it is text. */
static bool is_raw(cq_str name) {
    static const char *const names[] = {"script", "style",    "textarea", "iframe",   "xmp",
                                        "title",  "noframes", "noembed",  "plaintext"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cq_markup_name_is(name, names[i])) return true;
    return false;
}

/* Where the end tag of a raw element stands, or the end of the text. */
static uint32_t find_raw_end(const reader *r, uint32_t at, cq_str name) {
    uint32_t len = (uint32_t)r->text.len;
    while (at < len) {
        const char *found = memchr(r->text.ptr + at, '<', len - at);
        if (!found) return len;
        at = (uint32_t)(found - r->text.ptr);
        cq_str tag = cq_str_slice(r->text, at, at + 2 + name.len);
        if (cq_str_has_prefix(tag, CQ_STR("</")) && tag.len == 2 + name.len &&
            strncasecmp(tag.ptr + 2, name.ptr, name.len) == 0)
            return at;
        at++;
    }
    return len;
}

/* Whether an element ends where one of another name starts, without an end tag. */
static bool is_ended_by(const frame *open, cq_str name, cq_markup_role role) {
    if (role < CQ_ROLE_BLOCK) return false;
    if (cq_markup_name_is(open->name, "p")) return true;
    if (open->role == CQ_ROLE_LIST_ITEM) return role == CQ_ROLE_LIST_ITEM;
    return open->role == CQ_ROLE_TABLE_CELL &&
           (role == CQ_ROLE_TABLE_CELL || cq_markup_name_is(name, "tr"));
}

/* Ends the paragraph, item or cell that the new element cannot be inside of. */
static void end_implied(reader *r, cq_span tag, cq_str name, cq_markup_role role) {
    uint32_t lowest = r->frames.len > HIGHEST_CLOSED ? r->frames.len - HIGHEST_CLOSED : 1;
    for (uint32_t i = r->frames.len; i-- > lowest;) {
        if (is_ended_by(&r->frames.at[i], name, role))
            while (r->frames.len > i) pop_frame(r, tag.start);
        else if (r->frames.at[i].is_split)
            return;
    }
}

static void read_start_tag(reader *r, cq_span tag) {
    cq_str name = cq_markup_tag_name(cq_str_slice(r->text, tag.start, tag.end));
    cq_markup_role role = cq_markup_element_role(name);
    end_implied(r, tag, name, role);
    push_frame(r, name, role);
    open_element(r, tag);
    if (cq_markup_element_is_void(name) || r->text.ptr[tag.end - 2] == '/') {
        pop_frame(r, tag.end);
    } else if (is_raw(name)) {
        uint32_t end = find_raw_end(r, tag.end, name);
        read_text(r, end);
    }
}

/* Ends the elements down to the one that the tag names. Tags that name none that is open are
   ignored, and those of inline elements do not reach across an element that splits prose. */
static void read_end_tag(reader *r, cq_span tag) {
    cq_str name = cq_markup_tag_name(cq_str_slice(r->text, tag.start, tag.end));
    bool is_inline = cq_markup_element_role(name) < CQ_ROLE_HIDDEN;
    uint32_t lowest = r->frames.len > HIGHEST_CLOSED ? r->frames.len - HIGHEST_CLOSED : 1;
    for (uint32_t i = r->frames.len; i-- > lowest;) {
        const frame *open = &r->frames.at[i];
        if (cq_markup_name_is_same(open->name, name)) {
            while (r->frames.len > i) pop_frame(r, tag.end);
            return;
        }
        if (is_inline && open->is_split) return;
    }
}

/* Behind the tag at `at`: quotation marks hide its ">". */
static uint32_t find_tag_end(const reader *r, uint32_t at) {
    char quote = '\0', before = '\0';
    for (; at < r->text.len; at++) {
        char c = r->text.ptr[at];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '>')
            return at + 1;
        else if ((c == '"' || c == '\'') && before == '=')
            quote = c;
        if (!is_space(c)) before = c;
    }
    return at;
}

/* Behind the first `close` from `at` on, or the end of the text. */
static uint32_t find_behind(const reader *r, uint32_t at, cq_str close) {
    size_t found = cq_str_find(cq_str_slice(r->text, at, r->text.len), close);
    return found == SIZE_MAX ? (uint32_t)r->text.len : at + (uint32_t)(found + close.len);
}

/* Behind the comment at `at`. */
static uint32_t read_comment(reader *r, uint32_t at) {
    uint32_t end = find_behind(r, at + 4, CQ_STR("-->"));
    cq_block_writer_comment(r->writer, (cq_span){at, end});
    return end;
}

/* What starts with the "<" at `at`: moves behind it if it is markup, and says so. */
static bool read_markup(reader *r, uint32_t at) {
    cq_str rest = cq_str_slice(r->text, at, r->text.len);
    bool is_end = cq_str_has_prefix(rest, CQ_STR("</"));
    bool is_tag = is_letter_at(r, at + 1) || (is_end && is_letter_at(r, at + 2));
    char next = rest.len > 1 ? rest.ptr[1] : '\0';
    if (!is_tag && !is_end && next != '!' && next != '?') return false;
    read_text(r, at);
    if (is_tag)
        r->at = find_tag_end(r, at);
    else if (cq_str_has_prefix(rest, CQ_STR("<!--")))
        r->at = read_comment(r, at);
    else if (cq_str_has_prefix(rest, CQ_STR("<?")))
        r->at = find_behind(r, at, CQ_STR("?>"));
    else
        r->at = find_behind(r, at, CQ_STR(">"));
    cq_span span = {at, r->at};
    if (is_tag && is_end)
        read_end_tag(r, span);
    else if (is_tag)
        read_start_tag(r, span);
    return true;
}

void cq_markup_html_read(cq_block_writer *writer, const cq_markup_mask *mask, cq_span span,
                         cq_block_kind kind, uint32_t depth) {
    reader r = {.writer = writer, .mask = mask, .at = span.start};
    r.text = cq_str_slice(mask->text, 0, span.end);
    frame outer = {.name = CQ_STR(""), .kind = kind, .depth = depth, .language = CQ_STR("")};
    outer.list_depth = kind == CQ_BLOCK_LIST_ITEM ? depth : 0;
    outer.quote_depth = kind == CQ_BLOCK_QUOTE ? depth : 0;
    cq_arena_init(&r.scratch);
    *CQ_ARRAY_PUSH(&r.scratch, &r.frames) = outer;
    for (uint32_t at = r.at; at < span.end;) {
        const char *found = memchr(r.text.ptr + at, '<', span.end - at);
        if (!found) break;
        at = (uint32_t)(found - r.text.ptr);
        at = read_markup(&r, at) ? r.at : at + 1;
    }
    read_text(&r, span.end);
    while (r.frames.len > 1) pop_frame(&r, span.end);
    end_block(&r);
    cq_block_writer_emphasise(writer, 0);
    cq_arena_release(&r.scratch);
}
