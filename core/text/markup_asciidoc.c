#include "text/markup_asciidoc.h"

#include "text/char_class.h"
#include "text/markup_line.h"

#define DEEPEST_LABEL 2u /* labels in labels; what is deeper is text */
#define LONGEST_NAME 64u /* bytes of an attribute's or macro's name */

/* Pairs of marks. Single ones stand at the edges of words, double ones anywhere. */
typedef struct pair {
    cq_str mark;
    uint8_t emphasis;
    cq_inline_kind kind; /* CQ_INLINE_NONE: what is between stays as text */
} pair;

static const pair pairs[] = {
    {{"**", 2}, CQ_EMPHASIS_STRONG, CQ_INLINE_NONE},
    {{"__", 2}, CQ_EMPHASIS_STRESSED, CQ_INLINE_NONE},
    {{"##", 2}, CQ_EMPHASIS_STRESSED, CQ_INLINE_NONE},
    {{"``", 2}, 0, CQ_INLINE_CODE},
    {{"+++", 3}, 0, CQ_INLINE_MARKUP},
    {{"++", 2}, 0, CQ_INLINE_MARKUP},
    {{"*", 1}, CQ_EMPHASIS_STRONG, CQ_INLINE_NONE},
    {{"_", 1}, CQ_EMPHASIS_STRESSED, CQ_INLINE_NONE},
    {{"#", 1}, CQ_EMPHASIS_STRESSED, CQ_INLINE_NONE},
    {{"`", 1}, 0, CQ_INLINE_CODE},
    {{"+", 1}, 0, CQ_INLINE_MARKUP},
    {{"^", 1}, 0, CQ_INLINE_NONE},
    {{"~", 1}, 0, CQ_INLINE_NONE},
};
enum { PAIRS = sizeof pairs / sizeof *pairs };

typedef struct reader {
    cq_markup_prose *prose;
    cq_str text; /* the source's up to the end of the stretch */
    uint32_t start;
    uint32_t depth;                    /* in how many labels the stretch stands */
    uint32_t close[PAIRS];             /* where the open pair's second mark is, or 0 */
    bool is_barren[PAIRS];             /* no such mark closes anything any more */
    uint32_t target_start, target_end; /* between them is neither blank nor bracket */
    bool is_barren_bracket, is_barren_angle, is_barren_paren, is_barren_quote[2];
} reader;

static void write_stretch(cq_markup_prose *prose, cq_span span, uint32_t depth);

static char byte_at(const reader *r, uint32_t at) {
    return at < r->text.len ? r->text.ptr[at] : '\0';
}

static bool has_at(const reader *r, uint32_t at, cq_str what) {
    return cq_str_has_prefix(cq_str_slice(r->text, at, r->text.len), what);
}

static bool is_space(char c) {
    return c == '\0' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_word(uint32_t c) {
    return c == '_' || cq_char_is_alnum(c);
}

static uint32_t char_before(const reader *r, uint32_t at) {
    return at > r->start ? cq_char_before(r->text, at, NULL) : 0;
}

/* Offset of the first `what` from `at` on, or 0; a search that came to nothing is not repeated. */
static uint32_t find(reader *r, uint32_t at, cq_str what, bool *is_barren) {
    size_t found =
        *is_barren ? SIZE_MAX : cq_str_find(cq_str_slice(r->text, at, r->text.len), what);
    *is_barren |= found == SIZE_MAX;
    return found == SIZE_MAX ? 0 : at + (uint32_t)found;
}

/* Line ends --------------------------------------------------------------- */

static bool is_comment(cq_str text, cq_markup_line line) {
    cq_str written = cq_str_slice(text, line.start, line.end);
    return cq_str_has_prefix(written, CQ_STR("//")) && !cq_str_has_prefix(written, CQ_STR("///"));
}

/* A line end, " +" before it and comment lines behind it. */
static uint32_t write_break(reader *r, uint32_t at) {
    uint32_t start = at, end = at;
    if (at > r->prose->kept + 1 && byte_at(r, at - 1) == '+' && byte_at(r, at - 2) == ' ')
        start = at - 2;
    while (end < r->text.len && is_space(r->text.ptr[end])) {
        bool is_end = r->text.ptr[end] == '\n' || r->text.ptr[end] == '\r';
        end++;
        cq_markup_line next = cq_markup_line_at(r->text, end);
        if (is_end && is_comment(r->text, next)) {
            cq_block_writer_comment(r->prose->writer, (cq_span){end, next.end});
            end = next.end;
        }
    }
    cq_markup_prose_break(r->prose, start, end);
    return end;
}

/* Pairs ------------------------------------------------------------------- */

/* a^2^ and H~2~O: no blanks between. */
static bool is_script(const pair *p) {
    return p->mark.ptr[0] == '^' || p->mark.ptr[0] == '~';
}

static bool is_constrained(const pair *p) {
    return p->mark.len == 1 && !is_script(p);
}

static bool may_open(const reader *r, const pair *p, uint32_t at) {
    if (is_space(byte_at(r, at + (uint32_t)p->mark.len))) return false;
    uint32_t before = char_before(r, at);
    return !is_constrained(p) ||
           !(is_word(before) || before == ';' || before == ':' || before == '}');
}

static bool may_close(const reader *r, const pair *p, uint32_t at) {
    if (is_space(r->text.ptr[at - 1]) && (is_constrained(p) || p->kind == CQ_INLINE_NONE))
        return false;
    if (!is_constrained(p)) return true;
    uint32_t behind = at + (uint32_t)p->mark.len;
    return !is_word(cq_char_at(r->text, behind, NULL)) && byte_at(r, behind) != p->mark.ptr[0];
}

/* Where the second mark of a pair is, or 0. */
static uint32_t find_second(reader *r, size_t which, uint32_t at) {
    const pair *p = &pairs[which];
    if (r->is_barren[which]) return 0;
    for (uint32_t i = at + 1; i + p->mark.len <= r->text.len; i++) {
        if (is_script(p) && is_space(r->text.ptr[i])) return 0;
        if (r->text.ptr[i] != p->mark.ptr[0] || !has_at(r, i, p->mark)) continue;
        if (may_close(r, p, i)) return i;
    }
    r->is_barren[which] = true;
    return 0;
}

static void set_emphasis(reader *r) {
    uint8_t bits = 0;
    for (size_t i = 0; i < PAIRS; i++)
        if (r->close[i]) bits |= pairs[i].emphasis;
    cq_block_writer_emphasise(r->prose->writer, bits);
}

/* Takes the mark at `at` away, or what it opens, and returns where to read on; `at` where it is
   text. */
static uint32_t read_mark(reader *r, uint32_t at) {
    for (size_t i = 0; i < PAIRS; i++) {
        const pair *p = &pairs[i];
        uint32_t behind = at + (uint32_t)p->mark.len;
        if (!has_at(r, at, p->mark)) continue;
        bool is_second = r->close[i] == at;
        uint32_t second =
            is_second || r->close[i] || !may_open(r, p, at) ? 0 : find_second(r, i, behind);
        if (!is_second && !second) continue;
        if (p->kind != CQ_INLINE_NONE) {
            second += (uint32_t)p->mark.len;
            cq_markup_prose_omit(r->prose, p->kind, at, second);
            return second;
        }
        cq_markup_prose_hide(r->prose, at, behind);
        r->close[i] = second;
        set_emphasis(r);
        return behind;
    }
    return at;
}

/* "`...`" and '`...`' are curved quotation marks. */
static uint32_t read_curved(reader *r, uint32_t at) {
    char mark = r->text.ptr[at];
    bool is_double = mark == '"';
    if (byte_at(r, at + 1) != '`') return at;
    cq_str close = is_double ? CQ_STR("`\"") : CQ_STR("`'");
    if (is_space(byte_at(r, at + 2)) || is_word(char_before(r, at)) ||
        !find(r, at + 2, close, &r->is_barren_quote[is_double]))
        return at;
    cq_markup_prose_replace(r->prose, is_double ? CQ_STR("\xE2\x80\x9C") : CQ_STR("\xE2\x80\x98"),
                            at, at + 2);
    return at + 2;
}

static uint32_t read_curved_end(reader *r, uint32_t at) {
    char mark = byte_at(r, at + 1);
    if ((mark != '"' && mark != '\'') || at == r->start || is_space(r->text.ptr[at - 1])) return at;
    bool is_double = mark == '"';
    if (is_double && is_word(cq_char_at(r->text, at + 2, NULL))) return at;
    cq_markup_prose_replace(r->prose, is_double ? CQ_STR("\xE2\x80\x9D") : CQ_STR("\xE2\x80\x99"),
                            at, at + 2);
    return at + 2;
}

/* Macros ------------------------------------------------------------------ */

typedef enum macro_kind {
    MACRO_OTHER,
    MACRO_LINK,
    MACRO_IMAGE,
    MACRO_MATH,
    MACRO_NOTE,
    MACRO_LABEL,
    MACRO_NOTHING
} macro_kind;

static macro_kind find_macro(cq_str name) {
    static const struct {
        const char *name;
        macro_kind kind;
    } known[] = {
        {"link", MACRO_LINK},         {"xref", MACRO_LINK},        {"mailto", MACRO_LINK},
        {"http", MACRO_LINK},         {"https", MACRO_LINK},       {"ftp", MACRO_LINK},
        {"irc", MACRO_LINK},          {"image", MACRO_IMAGE},      {"icon", MACRO_NOTHING},
        {"stem", MACRO_MATH},         {"latexmath", MACRO_MATH},   {"asciimath", MACRO_MATH},
        {"footnote", MACRO_NOTE},     {"footnoteref", MACRO_NOTE}, {"anchor", MACRO_NOTHING},
        {"indexterm", MACRO_NOTHING}, {"indexterm2", MACRO_LABEL}, {"kbd", MACRO_OTHER},
        {"btn", MACRO_LABEL},         {"pass", MACRO_OTHER},       {"menu", MACRO_OTHER},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (cq_str_is_equal(name, cq_str_of(known[i].name))) return known[i].kind;
    return MACRO_OTHER;
}

/* The offset of the bracket that closes the one at `open`, or 0. */
static uint32_t find_bracket_end(reader *r, uint32_t open) {
    uint32_t depth = 0;
    if (r->is_barren_bracket) return 0;
    for (uint32_t i = open; i < r->text.len; i++) {
        char c = r->text.ptr[i];
        if (c == '\\')
            i++;
        else if (c == '[')
            depth++;
        else if (c == ']' && --depth == 0)
            return i;
    }
    r->is_barren_bracket = true;
    return 0;
}

/* The text of a link: up to a window or role behind a comma, without its quotation marks. */
static cq_span find_label(const reader *r, cq_span inside) {
    cq_str label = cq_str_slice(r->text, inside.start, inside.end);
    if (label.len && label.ptr[0] == '"') {
        const char *close = memchr(label.ptr + 1, '"', label.len - 1);
        if (close) return (cq_span){inside.start + 1, inside.start + (uint32_t)(close - label.ptr)};
    }
    size_t equals = cq_str_find(label, CQ_STR("="));
    if (equals != SIZE_MAX) {
        size_t comma = cq_str_find_last(cq_str_slice(label, 0, equals), ',');
        inside.end = inside.start + (comma == SIZE_MAX ? 0 : (uint32_t)comma);
    }
    if (inside.end > inside.start && r->text.ptr[inside.end - 1] == '^') inside.end--;
    return inside;
}

static void write_label(reader *r, cq_span all, cq_span label) {
    uint8_t emphasis = r->prose->writer->emphasis;
    if (label.start >= label.end) {
        cq_markup_prose_omit(r->prose, CQ_INLINE_URL, all.start, all.end);
        return;
    }
    cq_markup_prose_hide(r->prose, all.start, label.start);
    cq_block_writer_emphasise(r->prose->writer, emphasis | CQ_EMPHASIS_LINK);
    write_stretch(r->prose, label, r->depth + 1);
    cq_markup_prose_hide(r->prose, label.end, all.end);
    cq_block_writer_emphasise(r->prose->writer, emphasis);
}

static void write_note(reader *r, cq_span all, cq_span inside) {
    cq_markup_prose_omit(r->prose, CQ_INLINE_FOOTNOTE, all.start, all.end);
    if (r->depth) return; /* an aside has no asides */
    cq_block_writer_begin_aside(r->prose->writer, CQ_STR(""));
    cq_markup_prose note = cq_markup_prose_begin(r->prose->writer, inside.start);
    write_stretch(&note, inside, r->depth + 1);
    cq_markup_prose_end(&note, inside.end);
    cq_block_writer_end_aside(r->prose->writer);
}

static void write_macro(reader *r, macro_kind kind, cq_span all, cq_span inside) {
    switch (kind) {
    case MACRO_LINK: write_label(r, all, find_label(r, inside)); break;
    case MACRO_LABEL: write_label(r, all, inside); break;
    case MACRO_NOTE: write_note(r, all, inside); break;
    case MACRO_NOTHING: cq_markup_prose_drop(r->prose, all.start, all.end); break;
    case MACRO_IMAGE: cq_markup_prose_omit(r->prose, CQ_INLINE_IMAGE, all.start, all.end); break;
    case MACRO_MATH: cq_markup_prose_omit(r->prose, CQ_INLINE_MATH, all.start, all.end); break;
    default: cq_markup_prose_omit(r->prose, CQ_INLINE_MARKUP, all.start, all.end); break;
    }
}

/* Where the name that ends before the colon at `at` starts, or `at`. */
static uint32_t find_name_start(const reader *r, uint32_t at) {
    uint32_t start = at;
    while (start > r->prose->kept && at - start < LONGEST_NAME &&
           ((cq_char_class_of(r->text.ptr[start - 1]) & CQ_CHAR_ALNUM) ||
            r->text.ptr[start - 1] == '-'))
        start--;
    return start < at && (cq_char_class_of(r->text.ptr[start]) & CQ_CHAR_LETTER) ? start : at;
}

/* The first blank or bracket from `at` on. One that was found is not looked for again from nearer. */
static uint32_t find_target_end(reader *r, uint32_t at) {
    if (at < r->target_start || at > r->target_end) {
        r->target_start = r->target_end = at;
        while (!is_space(byte_at(r, r->target_end)) && byte_at(r, r->target_end) != '[' &&
               byte_at(r, r->target_end) != ']')
            r->target_end++;
    }
    return r->target_end;
}

/* name:target[text], whose colon is at `at`. */
static uint32_t read_macro(reader *r, uint32_t at) {
    uint32_t start = find_name_start(r, at), open = at + 1;
    if (start == at || is_space(byte_at(r, open)) || byte_at(r, open) == ':') return at + 1;
    open = find_target_end(r, open);
    uint32_t end = byte_at(r, open) == '[' ? find_bracket_end(r, open) : 0;
    macro_kind kind = find_macro(cq_str_slice(r->text, start, at));
    if (!end) /* a bare address is the tokenizer's, but its marks are no markup */
        return kind == MACRO_LINK ? open : at + 1;
    write_macro(r, kind, (cq_span){start, end + 1}, (cq_span){open + 1, end});
    return end + 1;
}

/* <<id,text>> */
static uint32_t read_reference(reader *r, uint32_t at) {
    if (byte_at(r, at + 1) != '<') return at + 1;
    uint32_t end = find(r, at + 2, CQ_STR(">>"), &r->is_barren_angle);
    if (!end || is_space(byte_at(r, at + 2))) return at + 2;
    const char *comma = memchr(r->text.ptr + at, ',', end - at);
    uint32_t label = comma ? (uint32_t)(comma - r->text.ptr) + 1 : end;
    while (label < end && is_space(r->text.ptr[label])) label++;
    write_label(r, (cq_span){at, end + 2}, (cq_span){label, end});
    return end + 2;
}

/* ((visible)) and (((hidden, index, terms))) */
static uint32_t read_index(reader *r, uint32_t at) {
    bool is_hidden = has_at(r, at, CQ_STR("((("));
    uint32_t width = is_hidden ? 3 : 2;
    if (!has_at(r, at, CQ_STR("(("))) return at + 1;
    uint32_t end =
        find(r, at + width, is_hidden ? CQ_STR(")))") : CQ_STR("))"), &r->is_barren_paren);
    if (!end) return at + width;
    if (is_hidden)
        cq_markup_prose_drop(r->prose, at, end + 3);
    else
        write_label(r, (cq_span){at, end + 2}, (cq_span){at + 2, end});
    return end + width;
}

/* [[anchor]], and [.role] before a mark. */
static uint32_t read_bracket(reader *r, uint32_t at) {
    bool is_anchor = byte_at(r, at + 1) == '[';
    if (!is_anchor && !(byte_at(r, at + 1) && strchr(".#%", byte_at(r, at + 1)))) return at + 1;
    uint32_t end = find_bracket_end(r, at);
    if (!end || (!is_anchor && !(byte_at(r, end + 1) && strchr("#*_`", byte_at(r, end + 1)))))
        return at + 1;
    if (is_anchor)
        cq_markup_prose_drop(r->prose, at, end + 1);
    else
        cq_markup_prose_hide(r->prose, at, end + 1);
    return end + 1;
}

/* {name}: some names are characters. */
static uint32_t read_attribute(reader *r, uint32_t at) {
    static const struct {
        cq_str name, text;
    } characters[] = {
        {{"nbsp", 4}, {" ", 1}},
        {{"sp", 2}, {" ", 1}},
        {{"apos", 4}, {"'", 1}},
        {{"quot", 4}, {"\"", 1}},
        {{"amp", 3}, {"&", 1}},
        {{"lt", 2}, {"<", 1}},
        {{"gt", 2}, {">", 1}},
        {{"plus", 4}, {"+", 1}},
        {{"asterisk", 8}, {"*", 1}},
        {{"lsquo", 5}, {"\xE2\x80\x98", 3}},
        {{"rsquo", 5}, {"\xE2\x80\x99", 3}},
        {{"ldquo", 5}, {"\xE2\x80\x9C", 3}},
        {{"rdquo", 5}, {"\xE2\x80\x9D", 3}},
        {{"deg", 3}, {"\xC2\xB0", 2}},
        {{"two-colons", 10}, {"::", 2}},
        {{"cpp", 3}, {"C++", 3}},
    };
    uint32_t end = at + 1;
    while (end - at < LONGEST_NAME && byte_at(r, end) && byte_at(r, end) != '}' &&
           !is_space(byte_at(r, end)))
        end++;
    if (byte_at(r, end) != '}' || end == at + 1) return at + 1;
    cq_str name = cq_str_slice(r->text, at + 1, end);
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        if (cq_str_is_equal(name, characters[i].name)) {
            cq_markup_prose_replace(r->prose, characters[i].text, at, end + 1);
            return end + 1;
        }
    if (cq_str_is_equal(name, CQ_STR("empty")) || cq_str_is_equal(name, CQ_STR("zwsp")))
        cq_markup_prose_hide(r->prose, at, end + 1);
    else
        cq_markup_prose_omit(r->prose, CQ_INLINE_MARKUP, at, end + 1);
    return end + 1;
}

/* A backslash before markup makes text of it. */
static uint32_t write_escape(reader *r, uint32_t at) {
    char c = byte_at(r, at + 1);
    if (!c || !strchr("*_`#+^~{[<(\"'\\", c)) return at + 1;
    cq_markup_prose_hide(r->prose, at, at + 1);
    return at + 2;
}

static uint32_t read_inline(reader *r, uint32_t at) {
    uint32_t next = at;
    switch (r->text.ptr[at]) {
    case '\n':
    case '\r': return write_break(r, at);
    case '\\': return write_escape(r, at);
    case '"':
    case '\'': next = read_curved(r, at); break;
    case ':': return read_macro(r, at);
    case '<': return read_reference(r, at);
    case '(': return read_index(r, at);
    case '[': return read_bracket(r, at);
    case '{': return read_attribute(r, at);
    case '`':
        next = read_curved_end(r, at);
        if (next == at) next = read_mark(r, at);
        break;
    case '*':
    case '_':
    case '#':
    case '+':
    case '^':
    case '~': next = read_mark(r, at); break;
    default: break;
    }
    return next > at ? next : at + 1;
}

static void write_stretch(cq_markup_prose *prose, cq_span span, uint32_t depth) {
    cq_str text = cq_str_slice(prose->text, 0, span.end);
    reader r = {.prose = prose, .text = text, .start = span.start, .depth = depth};
    r.is_barren_bracket = r.is_barren_angle = r.is_barren_paren = depth >= DEEPEST_LABEL;
    for (uint32_t at = span.start; at < span.end;) at = read_inline(&r, at);
    cq_markup_prose_copy(prose, span.end);
}

void cq_markup_asciidoc_write(cq_markup_prose *prose, cq_span span) {
    write_stretch(prose, span, 0);
}
