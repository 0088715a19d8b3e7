#include "text/markup_rest.h"

#include "text/char_class.h"
#include "text/unicode.h"

/* What ends markup; a search that came to nothing is not repeated. */
enum { END_STRONG, END_EMPHASIS, END_LITERAL, END_ROLE, END_SUBSTITUTION, END_COUNT };

typedef struct reader {
    cq_markup_prose *prose;
    cq_str text; /* the source's up to the end of the stretch */
    uint32_t start;
    bool is_barren[END_COUNT];
} reader;

static bool is_blank(char c) {
    return c == '\0' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_space(uint32_t c) {
    return c == 0xA0 || (c < 0x80 && is_blank((char)c));
}

static char byte_at(const reader *r, uint32_t at) {
    return at < r->text.len ? r->text.ptr[at] : '\0';
}

static bool has_at(const reader *r, uint32_t at, cq_str what) {
    return cq_str_has_prefix(cq_str_slice(r->text, at, r->text.len), what);
}

/* White space, punctuation, or nothing: what markup may stand beside. */
static bool is_boundary(uint32_t c) {
    if (is_space(c)) return true;
    cq_char_kind kind = cq_char_kind_of(c);
    return kind == CQ_KIND_PUNCTUATION || kind == CQ_KIND_QUOTE || c == '<' || c == '>' ||
           c == 0x200B || c == '\\';
}

/* The character before markup. A backslash with a blank behind it is nothing but a boundary. */
static bool may_start(const reader *r, uint32_t at, uint32_t width) {
    cq_str before = cq_str_slice(r->text, r->start, at);
    bool is_free = is_boundary(cq_char_before(before, before.len, NULL));
    return is_free && !is_space(cq_char_at(r->text, at + width, NULL));
}

static bool may_end(const reader *r, uint32_t at, uint32_t width) {
    return !is_space(cq_char_before(r->text, at, NULL)) &&
           is_boundary(cq_char_at(r->text, at + width, NULL));
}

/* Where the mark that ends what `what` says begins, from `at` on, or 0. */
static uint32_t find_end(reader *r, int what, uint32_t at, cq_str mark) {
    if (r->is_barren[what]) return 0;
    for (uint32_t i = at + 1; i + mark.len <= r->text.len; i++) {
        if (r->text.ptr[i] == '\\' && what != END_LITERAL) {
            i++;
        } else if (r->text.ptr[i] == mark.ptr[0] && has_at(r, i, mark) &&
                   (what == END_ROLE ? !is_blank(r->text.ptr[i - 1])
                                     : may_end(r, i, (uint32_t)mark.len)))
            return i;
    }
    r->is_barren[what] = true;
    return 0;
}

/* Text -------------------------------------------------------------------- */

static uint32_t write_break(reader *r, uint32_t at) {
    uint32_t end = at;
    while (is_blank(byte_at(r, end)) && end < r->text.len) end++;
    cq_markup_prose_break(r->prose, at, end);
    return end;
}

/* A backslash takes the meaning from the character behind it; from a blank, everything. */
static uint32_t write_escape(reader *r, uint32_t at) {
    char c = byte_at(r, at + 1);
    if (!c) return at + 1;
    uint32_t width = c == ' ' || c == '\n' || c == '\r' || c == '\t' ? 2 : 1;
    cq_markup_prose_hide(r->prose, at, at + width);
    return at + 2;
}

/* Text in which nothing but escapes and line ends matters. */
static void write_text(reader *r, uint32_t at, uint32_t end) {
    while (at < end) {
        char c = r->text.ptr[at];
        if (c == '\n' || c == '\r')
            at = write_break(r, at);
        else if (c == '\\' && at + 1 < end)
            at = write_escape(r, at);
        else
            at++;
    }
    cq_markup_prose_copy(r->prose, end);
}

static void write_emphasised(reader *r, uint32_t start, uint32_t end, uint32_t width,
                             uint8_t emphasis) {
    cq_markup_prose_hide(r->prose, start, start + width);
    cq_block_writer_emphasise(r->prose->writer, emphasis);
    write_text(r, start + width, end);
    cq_markup_prose_hide(r->prose, end, end + width);
    cq_block_writer_emphasise(r->prose->writer, 0);
}

/* Roles and links --------------------------------------------------------- */

typedef enum role_kind { ROLE_CODE, ROLE_PROSE, ROLE_LINK, ROLE_MATH } role_kind;

/* Roles whose text is for readers; ROLE_LINK: only the text before "<target>" is. */
static role_kind find_role(cq_str name) {
    static const char *const prose[] = {"emphasis",
                                        "strong",
                                        "sub",
                                        "subscript",
                                        "sup",
                                        "superscript",
                                        "term",
                                        "abbr",
                                        "abbreviation",
                                        "acronym",
                                        "dfn",
                                        "title",
                                        "title-reference",
                                        "t",
                                        "guilabel",
                                        "menuselection",
                                        "index",
                                        "del",
                                        "ins",
                                        "small",
                                        "underline",
                                        NULL};
    for (const char *const *known = prose; *known; known++)
        if (cq_str_is_equal(name, cq_str_of(*known))) return ROLE_PROSE;
    if (cq_str_is_equal(name, CQ_STR("math")) || cq_str_is_equal(name, CQ_STR("eq")))
        return ROLE_MATH;
    return ROLE_LINK;
}

static bool is_role_byte(char c) {
    return (cq_char_class_of(c) & CQ_CHAR_ALNUM) || c == '-' || c == '_' || c == '+' || c == '.' ||
           c == ':';
}

/* The name in ":name:`" at `at`, or the empty string. */
static cq_str read_role(const reader *r, uint32_t at) {
    uint32_t end = at + 1;
    while (is_role_byte(byte_at(r, end)) && end - at < 64) end++;
    bool is_role = end > at + 2 && byte_at(r, end - 1) == ':' && byte_at(r, end) == '`';
    return is_role ? cq_str_slice(r->text, at + 1, end - 1) : CQ_STR("");
}

static bool has_space(cq_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (is_blank(s.ptr[i])) return true;
    return false;
}

/* `text` with backticks at `start` - 1 and `end`, which a role, an underline or nothing marks;
   all of it is [from, behind). */
static void write_interpreted(reader *r, cq_span all, uint32_t start, uint32_t end,
                              role_kind kind) {
    cq_str inside = cq_str_slice(r->text, start, end);
    size_t open = cq_str_find_last(inside, '<');
    bool is_titled = open != SIZE_MAX && open >= 2 && inside.ptr[inside.len - 1] == '>' &&
                     is_blank(inside.ptr[open - 1]);
    if (kind == ROLE_MATH || kind == ROLE_CODE || (kind == ROLE_LINK && !is_titled)) {
        cq_inline_kind code = kind == ROLE_MATH ? CQ_INLINE_MATH : CQ_INLINE_CODE;
        if (inside.len && inside.ptr[0] == '<') code = CQ_INLINE_URL;
        cq_markup_prose_omit(r->prose, code, all.start, all.end);
        return;
    }
    cq_markup_prose_hide(r->prose, all.start, start);
    uint8_t emphasis = kind == ROLE_LINK ? CQ_EMPHASIS_LINK : CQ_EMPHASIS_STRESSED;
    cq_block_writer_emphasise(r->prose->writer, emphasis);
    write_text(r, start, is_titled ? start + (uint32_t)open - 1 : end);
    cq_markup_prose_hide(r->prose, is_titled ? start + (uint32_t)open - 1 : end, all.end);
    cq_block_writer_emphasise(r->prose->writer, 0);
}

/* Behind the underlines of a reference at `at`. */
static uint32_t skip_underlines(const reader *r, uint32_t at) {
    uint32_t end = at;
    while (end < at + 2 && byte_at(r, end) == '_') end++;
    return is_boundary(cq_char_at(r->text, end, NULL)) ? end : at;
}

/* `...` whose backtick is at `open`; `role` stands before it and starts at `at`. */
static uint32_t read_interpreted(reader *r, uint32_t at, uint32_t open, cq_str role) {
    uint32_t end = find_end(r, END_ROLE, open + 1, CQ_STR("`"));
    if (!end) return at + 1;
    uint32_t behind = skip_underlines(r, end + 1);
    bool is_link = behind > end + 1;
    cq_str inside = cq_str_slice(r->text, open + 1, end);
    role_kind kind = role.len ? find_role(role) : has_space(inside) ? ROLE_PROSE : ROLE_CODE;
    if (is_link) kind = cq_str_has_prefix(inside, CQ_STR("<")) ? ROLE_CODE : ROLE_PROSE;
    if (!role.len && !is_link && byte_at(r, behind) == ':') {
        cq_str suffix = cq_str_slice(r->text, behind, behind + 64);
        for (size_t i = 1; i < suffix.len && is_role_byte(suffix.ptr[i]); i++)
            if (suffix.ptr[i] == ':') {
                kind = find_role(cq_str_slice(suffix, 1, i));
                behind += (uint32_t)i + 1;
                break;
            }
    }
    write_interpreted(r, (cq_span){at, behind}, open + 1, end, kind);
    return behind;
}

/* [1]_, [#note]_, [CIT2002]_ */
static uint32_t read_footnote(reader *r, uint32_t at) {
    uint32_t end = at + 1;
    while (end - at < 64 && byte_at(r, end) && !is_blank(byte_at(r, end)) &&
           !strchr("[]`", byte_at(r, end)))
        end++;
    if (end == at + 1 || byte_at(r, end) != ']' || byte_at(r, end + 1) != '_') return at + 1;
    if (!is_boundary(cq_char_at(r->text, end + 2, NULL))) return at + 1;
    cq_markup_prose_omit(r->prose, CQ_INLINE_FOOTNOTE, at, end + 2);
    return end + 2;
}

/* |name|, which may be a link: |name|_. */
static uint32_t read_substitution(reader *r, uint32_t at) {
    uint32_t end = find_end(r, END_SUBSTITUTION, at + 1, CQ_STR("|"));
    if (!end) return at + 1;
    uint32_t behind = skip_underlines(r, end + 1);
    cq_markup_prose_omit(r->prose, CQ_INLINE_MARKUP, at, behind);
    return behind;
}

static uint32_t read_stars(reader *r, uint32_t at) {
    bool is_strong = byte_at(r, at + 1) == '*';
    uint32_t width = is_strong ? 2 : 1, end = 0;
    if (may_start(r, at, width))
        end = find_end(r, is_strong ? END_STRONG : END_EMPHASIS, at + width,
                       is_strong ? CQ_STR("**") : CQ_STR("*"));
    if (!end) return at + width;
    write_emphasised(r, at, end, width, is_strong ? CQ_EMPHASIS_STRONG : CQ_EMPHASIS_STRESSED);
    return end + width;
}

static uint32_t read_backticks(reader *r, uint32_t at) {
    if (byte_at(r, at + 1) != '`')
        return may_start(r, at, 1) ? read_interpreted(r, at, at, CQ_STR("")) : at + 1;
    uint32_t end = may_start(r, at, 2) ? find_end(r, END_LITERAL, at + 2, CQ_STR("``")) : 0;
    if (!end) return at + 2;
    cq_markup_prose_omit(r->prose, CQ_INLINE_CODE, at, end + 2);
    return end + 2;
}

/* Whether a reference's name ends at `at`: letters and digits, single marks between them. */
static bool is_name_before(const reader *r, uint32_t at) {
    uint32_t start = at;
    while (start > r->start && at - start < 64) {
        uint32_t length, c = cq_char_before(r->text, start, &length);
        if (!cq_char_is_alnum(c) && !(c < 0x80 && c && strchr("-._+:", (int)c))) break;
        start -= length;
    }
    return start < at && cq_char_is_alnum(cq_char_at(r->text, start, NULL)) &&
           cq_char_is_alnum(cq_char_before(r->text, at, NULL));
}

/* The underline of name_, or the start of an inline target, _`name`. */
static uint32_t read_underline(reader *r, uint32_t at) {
    uint32_t c = cq_char_before(r->text, at, NULL), end = skip_underlines(r, at);
    if (byte_at(r, at + 1) == '`' && at > r->start && is_boundary(c)) {
        uint32_t close = find_end(r, END_ROLE, at + 2, CQ_STR("`"));
        if (!close) return at + 1;
        write_emphasised(r, at + 1, close, 1, 0);
        return close + 1;
    }
    if (end == at || !is_name_before(r, at)) return at + 1;
    cq_markup_prose_hide(r->prose, at, end);
    return end;
}

static uint32_t read_inline(reader *r, uint32_t at) {
    switch (r->text.ptr[at]) {
    case '\n':
    case '\r': return write_break(r, at);
    case '\\': return write_escape(r, at);
    case '*': return read_stars(r, at);
    case '`': return read_backticks(r, at);
    case '[': return may_start(r, at, 1) ? read_footnote(r, at) : at + 1;
    case '|': return may_start(r, at, 1) ? read_substitution(r, at) : at + 1;
    case '_': return read_underline(r, at);
    case ':': {
        cq_str role = may_start(r, at, 1) ? read_role(r, at) : CQ_STR("");
        return role.len ? read_interpreted(r, at, at + (uint32_t)role.len + 2, role) : at + 1;
    }
    default: return at + 1;
    }
}

void cq_markup_rest_write(cq_markup_prose *prose, cq_span span) {
    reader r = {prose, cq_str_slice(prose->text, 0, span.end), span.start, {false}};
    for (uint32_t at = span.start; at < span.end;) at = read_inline(&r, at);
    cq_markup_prose_copy(prose, span.end);
}
