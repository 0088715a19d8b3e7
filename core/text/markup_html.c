/* The tree says where tags, comments and raw text are and which elements enclose what; all that is
   between them is text. So nothing is lost where the parser has met an error. */
#include "text/markup_html.h"

#include "text/markup_element.h"
#include "text/markup_entity.h"
#include "text/markup_tag.h"

extern const TSLanguage *tree_sitter_html(void);

typedef enum node_class {
    NODE_OTHER, /* text, or a part of something that has been dealt with */
    NODE_ELEMENT,
    NODE_START_TAG,
    NODE_MARKUP, /* an end tag, a comment: no text */
    NODE_TAG_OPENER,
    NODE_TAG_PART,
} node_class;

/* What holds inside an open element. */
typedef struct frame {
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
    cq_str text;   /* the mask's, up to the end of the stretch */
    uint32_t base; /* offset of the stretch; the tree counts from there */
    uint32_t at;   /* everything before has been read */
    cq_span gap;   /* white space that is written when text follows it; empty: none */
    uint8_t gap_emphasis;
    bool is_in_tag; /* in pieces of a tag that the parser could not put together */
    CQ_ARRAY(frame) frames;
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
    if (gap.start == gap.end || cq_block_writer_is_empty(r->writer))
        return;
    cq_block_writer_emphasise(r->writer, r->gap_emphasis);
    if (gap.end - gap.start == 1 && r->text.ptr[gap.start] == ' ')
        cq_block_writer_copy(r->writer, gap);
    else
        cq_block_writer_replace(r->writer, CQ_STR(" "), gap);
    cq_block_writer_emphasise(r->writer, emphasis);
}

/* Of several gaps in a row the first is kept. */
static void note_gap(reader *r, cq_span gap) {
    if (r->gap.start != r->gap.end)
        return;
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

static uint32_t write_run(reader *r, uint32_t at, uint32_t end) {
    uint32_t start = at;
    if (is_space(r->text.ptr[at])) {
        while (at < end && is_space(r->text.ptr[at]))
            at++;
        note_gap(r, (cq_span){start, at});
        return at;
    }
    while (at < end && !is_space(r->text.ptr[at]) && r->text.ptr[at] != '&')
        at++;
    write_gap(r);
    cq_block_writer_copy(r->writer, (cq_span){start, at});
    return at;
}

static void write_visible(reader *r, uint32_t at, uint32_t end) {
    while (at < end)
        at = r->text.ptr[at] == '&' ? write_entity(r, at, end) : write_run(r, at, end);
}

static void write_text(reader *r, uint32_t at, uint32_t end) {
    while (at < end) {
        const cq_markup_hidden *hidden = cq_markup_mask_from(r->mask, at);
        if (!hidden || hidden->span.start >= end)
            break;
        write_visible(r, at, hidden->span.start);
        if (hidden->kind != CQ_INLINE_NONE) {
            write_gap(r);
            cq_block_writer_omit(r->writer, hidden->kind, hidden->span);
        }
        at = hidden->span.end;
    }
    if (at < end)
        write_visible(r, at, end);
}

/* The text between what was read last and `end`. */
static void read_text(reader *r, uint32_t end) {
    if (end <= r->at)
        return;
    uint32_t start = r->at;
    r->at = end;
    if (top_frame(r)->is_hidden)
        return;
    if (!cq_block_writer_is_open(r->writer)) {
        while (start < end && is_space(r->text.ptr[start]))
            start++;
        if (start == end)
            return;
    }
    open_block(r);
    write_text(r, start, end);
}

static void omit(reader *r, cq_inline_kind kind, cq_span span) {
    if (top_frame(r)->is_hidden)
        return;
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
        if (cq_markup_name_is(name, names[i]))
            return true;
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
    if (is_prose)
        write_aside(r, content);
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

static void skip_markup(reader *r, cq_span span) {
    read_text(r, span.start);
    if (span.end > r->at)
        r->at = span.end;
}

/* A tag that opens an element: the frame on top becomes the element's. */
static void read_start_tag(reader *r, cq_span tag) {
    cq_str name = cq_markup_tag_name(cq_str_slice(r->text, tag.start, tag.end));
    cq_markup_role role = cq_markup_element_role(name);
    frame *top = top_frame(r);
    if (!is_letter_at(r, tag.start + 1)) /* a mathematician's "<", and no tag */
        return;
    skip_markup(r, tag);
    if (top->is_hidden)
        return;
    if (role >= CQ_ROLE_HIDDEN) {
        end_block(r);
        top->is_split = !cq_markup_element_is_void(name);
    } else if (role == CQ_ROLE_BREAK) {
        note_gap(r, tag);
    }
    if (cq_markup_name_is(name, "meta"))
        read_meta(r, tag);
    read_attributes(r, tag, top);
    apply_role(top, role, name);
    if (!top->omit_kind)
        return;
    open_block(r);
    write_gap(r);
    if (cq_markup_element_is_void(name)) {
        omit(r, top->omit_kind, tag);
        top->omit_kind = CQ_INLINE_NONE;
    } else {
        top->is_hidden = true;
        top->start = tag.start;
    }
}

/* The tree ---------------------------------------------------------------- */

static void push_frame(reader *r) {
    frame inner = *top_frame(r);
    inner.is_split = false;
    inner.omit_kind = CQ_INLINE_NONE;
    *CQ_ARRAY_PUSH(&r->writer->scratch, &r->frames) = inner;
}

static void pop_frame(reader *r, uint32_t end) {
    read_text(r, end);
    frame inner = *top_frame(r);
    r->frames.len--;
    if (inner.omit_kind)
        omit(r, inner.omit_kind, (cq_span){inner.start, end});
    if (inner.is_split)
        end_block(r);
}

static cq_span span_of(const reader *r, TSNode node) {
    return (cq_span){r->base + ts_node_start_byte(node), r->base + ts_node_end_byte(node)};
}

/* Pieces of tags outside of any tag: the parser has given up on one. */
static void read_piece(reader *r, node_class class, cq_span span) {
    if (class == NODE_TAG_OPENER)
        r->is_in_tag = is_letter_at(r, span.end);
    if (!r->is_in_tag)
        return;
    skip_markup(r, span);
    if (span.end > span.start && r->text.ptr[span.end - 1] == '>')
        r->is_in_tag = false;
}

/* Reads a node on the way down; true if its children are to be read. */
static bool enter_node(reader *r, const cq_markup_html *html, TSNode node) {
    TSSymbol symbol = ts_node_symbol(node);
    bool is_error = symbol == (TSSymbol)-1;
    node_class class = is_error     ? NODE_ELEMENT
                       : symbol < 256 ? (node_class)html->class_of[symbol]
                                      : NODE_OTHER;
    cq_span span = span_of(r, node);
    switch (class) {
    case NODE_ELEMENT:
        read_text(r, span.start);
        push_frame(r);
        return true;
    case NODE_START_TAG: read_start_tag(r, span); return false;
    case NODE_MARKUP: skip_markup(r, span); return false;
    case NODE_TAG_OPENER:
    case NODE_TAG_PART: read_piece(r, class, span); return false;
    default: return true;
    }
}

static void leave_node(reader *r, const cq_markup_html *html, TSNode node) {
    TSSymbol symbol = ts_node_symbol(node);
    if (symbol == (TSSymbol)-1 || (symbol < 256 && html->class_of[symbol] == NODE_ELEMENT))
        pop_frame(r, span_of(r, node).end);
}

/* With a cursor, not by recursion: the depth is the author's. */
static void walk_tree(reader *r, const cq_markup_html *html) {
    TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(html->tree.tree));
    bool is_done = false;
    while (!is_done) {
        if (enter_node(r, html, ts_tree_cursor_current_node(&cursor)) &&
            ts_tree_cursor_goto_first_child(&cursor))
            continue;
        for (;;) {
            leave_node(r, html, ts_tree_cursor_current_node(&cursor));
            if (ts_tree_cursor_goto_next_sibling(&cursor))
                break;
            if (!ts_tree_cursor_goto_parent(&cursor)) {
                is_done = true;
                break;
            }
        }
    }
    ts_tree_cursor_delete(&cursor);
}

static const struct {
    const char *name;
    node_class class;
} node_names[] = {
    {"element", NODE_ELEMENT},           {"script_element", NODE_ELEMENT},
    {"style_element", NODE_ELEMENT},     {"start_tag", NODE_START_TAG},
    {"self_closing_tag", NODE_START_TAG}, {"end_tag", NODE_MARKUP},
    {"erroneous_end_tag", NODE_MARKUP},  {"comment", NODE_MARKUP},
    {"doctype", NODE_MARKUP},            {"raw_text", NODE_MARKUP},
    {"<", NODE_TAG_OPENER},              {"</", NODE_TAG_OPENER},
    {"<!", NODE_TAG_OPENER},             {">", NODE_TAG_PART},
    {"/>", NODE_TAG_PART},               {"tag_name", NODE_TAG_PART},
    {"erroneous_end_tag_name", NODE_TAG_PART}, {"attribute", NODE_TAG_PART},
    {"attribute_name", NODE_TAG_PART},   {"attribute_value", NODE_TAG_PART},
    {"quoted_attribute_value", NODE_TAG_PART}, {"=", NODE_TAG_PART},
};

static node_class find_class(const char *name) {
    for (size_t i = 0; i < sizeof node_names / sizeof *node_names; i++)
        if (strcmp(node_names[i].name, name) == 0)
            return node_names[i].class;
    return NODE_OTHER;
}

bool cq_markup_html_init(cq_markup_html *html, cq_block_writer *writer,
                         const cq_markup_mask *mask) {
    const TSLanguage *language = tree_sitter_html();
    *html = (cq_markup_html){.writer = writer, .mask = mask};
    uint32_t count = ts_language_symbol_count(language);
    for (uint32_t symbol = 0; symbol < count && symbol < 256; symbol++)
        html->class_of[symbol] =
            (uint8_t)find_class(ts_language_symbol_name(language, (TSSymbol)symbol));
    return cq_markup_tree_init(&html->tree, language);
}

void cq_markup_html_release(cq_markup_html *html) {
    cq_markup_tree_release(&html->tree);
}

bool cq_markup_html_read(cq_markup_html *html, cq_span span, cq_block_kind kind, uint32_t depth) {
    cq_block_writer *writer = html->writer;
    reader r = {.writer = writer, .mask = html->mask, .base = span.start, .at = span.start};
    r.text = cq_str_slice(html->mask->text, 0, span.end);
    if (!cq_markup_tree_parse(&html->tree, cq_str_slice(r.text, span.start, span.end)))
        return false;
    frame outer = {.kind = kind, .depth = depth, .language = CQ_STR("")};
    outer.list_depth = kind == CQ_BLOCK_LIST_ITEM ? depth : 0;
    outer.quote_depth = kind == CQ_BLOCK_QUOTE ? depth : 0;
    *CQ_ARRAY_PUSH(&writer->scratch, &r.frames) = outer;
    walk_tree(&r, html);
    read_text(&r, span.end);
    end_block(&r);
    cq_block_writer_emphasise(writer, 0);
    return true;
}
