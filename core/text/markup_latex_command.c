#include "text/markup_latex_command.h"

#include "text/char_class.h"
#include "text/markup_latex.h"
#include "text/markup_latex_argument.h"
#include "text/markup_latex_environment.h"
#include "text/markup_latex_formula.h"
#include "text/markup_latex_group.h"
#include "text/markup_latex_letter.h"

#define LONGEST_VERB 400u

static bool is_letter(char c) {
    return cq_char_class_of(c) & CQ_CHAR_LETTER;
}

static bool is_newline(char c) {
    return c == '\n' || c == '\r';
}

/* Behind a word's command: "{}" or the blanks that end its name. */
static uint32_t skip_name_end(const cq_latex_reader *r, uint32_t at, bool with_blanks) {
    if (cq_latex_reader_byte(r, at) == '{' && cq_latex_reader_byte(r, at + 1) == '}') return at + 2;
    return with_blanks ? cq_latex_reader_skip_blanks(r, at) : at;
}

/* "\verb|...|": behind it, or `at`. */
static uint32_t skip_verb(const cq_latex_reader *r, uint32_t at) {
    at += cq_latex_reader_byte(r, at) == '*';
    char mark = cq_latex_reader_byte(r, at);
    if (cq_char_class_of(mark) & CQ_CHAR_HIGH) return at;
    for (uint32_t end = at + 1; mark && end < r->end && end - at < LONGEST_VERB; end++) {
        if (r->text.ptr[end] == mark) return end + 1;
        if (is_newline(r->text.ptr[end])) break;
    }
    return at;
}

static cq_inline_kind inline_kind_of(cq_latex_role role) {
    switch (role) {
    case CQ_LATEX_CODE: return CQ_INLINE_CODE;
    case CQ_LATEX_URL: return CQ_INLINE_URL;
    case CQ_LATEX_MATH: return CQ_INLINE_MATH;
    case CQ_LATEX_IMAGE: return CQ_INLINE_IMAGE;
    case CQ_LATEX_REFERENCE: return CQ_INLINE_FOOTNOTE;
    default: return CQ_INLINE_MARKUP;
    }
}

static uint32_t omit_command(cq_latex_reader *r, uint32_t start, uint32_t at, cq_latex_role role) {
    uint32_t end = cq_latex_argument_skip(r, at, UINT32_MAX);
    if (role == CQ_LATEX_CODE && end == at) end = skip_verb(r, at); /* \lstinline|...| */
    cq_latex_reader_omit(r, inline_kind_of(role), start, end);
    return end;
}

static uint32_t drop_command(cq_latex_reader *r, uint32_t start, uint32_t end) {
    cq_latex_reader_drop(r, start, end);
    return end;
}

static uint32_t read_known(cq_latex_reader *r, uint32_t start, uint32_t at,
                           const cq_latex_command *c) {
    uint32_t last = c->role >= CQ_LATEX_TEXT ? cq_latex_argument_skip(r, at, c->count) : at;
    switch (c->role) {
    case CQ_LATEX_NOTHING: return drop_command(r, start, cq_latex_argument_skip(r, at, UINT32_MAX));
    case CQ_LATEX_DEFINE: return drop_command(r, start, cq_latex_argument_skip_definition(r, at));
    case CQ_LATEX_TEXT: return cq_latex_group_enter(r, start, last, CQ_LATEX_GROUP_PLAIN);
    case CQ_LATEX_STRESSED:
        return cq_latex_group_enter_emphasis(r, start, last, CQ_EMPHASIS_STRESSED);
    case CQ_LATEX_STRONG: return cq_latex_group_enter_emphasis(r, start, last, CQ_EMPHASIS_STRONG);
    case CQ_LATEX_LINK: return cq_latex_group_enter_emphasis(r, start, last, CQ_EMPHASIS_LINK);
    case CQ_LATEX_QUOTED:
        if (cq_latex_reader_byte(r, last) == '{' &&
            cq_latex_argument_find_close(r, last) != CQ_LATEX_NOWHERE) {
            cq_latex_reader_replace(r, CQ_STR("“"), start, last);
            start = last;
        }
        return cq_latex_group_enter(r, start, last, CQ_LATEX_GROUP_QUOTED);
    case CQ_LATEX_SYMBOL:
    case CQ_LATEX_LETTER: {
        uint32_t end = skip_name_end(r, at, c->role == CQ_LATEX_LETTER);
        cq_latex_reader_replace(r, cq_str_of(c->text), start, end);
        return end;
    }
    case CQ_LATEX_ACCENT: return cq_latex_letter_read_accent(r, start, at, c->text);
    case CQ_LATEX_SPACE: {
        uint32_t end = cq_latex_argument_skip(r, at, 1);
        cq_latex_reader_write_space(r, start, end);
        return end;
    }
    case CQ_LATEX_END:
        cq_latex_reader_end_paragraph(r, start, at);
        return drop_command(r, start, at);
    case CQ_LATEX_HEADING:
        return cq_latex_group_enter_block(r, start, cq_latex_argument_skip(r, at, 0),
                                          CQ_BLOCK_HEADING, c->count);
    case CQ_LATEX_CAPTION: return cq_latex_group_enter_block(r, start, last, CQ_BLOCK_CAPTION, 0);
    case CQ_LATEX_NOTE: return cq_latex_group_enter_note(r, start, last);
    case CQ_LATEX_ITEM: return cq_latex_environment_read_item(r, start, at);
    case CQ_LATEX_VERBATIM: {
        uint32_t end = skip_verb(r, at);
        cq_latex_reader_omit(r, CQ_INLINE_CODE, start, end);
        return end;
    }
    case CQ_LATEX_BEGIN: return cq_latex_environment_read_begin(r, start, at);
    case CQ_LATEX_FINISH: return cq_latex_environment_read_end(r, start, at);
    default: return omit_command(r, start, at, c->role);
    }
}

/* A backslash and one mark. */
static uint32_t read_control_mark(cq_latex_reader *r, uint32_t start, char mark) {
    uint32_t at = start + 2;
    const cq_latex_command *accent;
    if (cq_char_class_of(mark) & CQ_CHAR_HIGH) {
        cq_latex_reader_hide(r, start, start + 1);
        return start + 1;
    }
    switch (mark) {
    case '\\': /* with a star and a distance */
        at = cq_latex_argument_skip(r, at, 0);
        if (r->table_depth && !r->has_note && !r->held_blocks)
            cq_latex_reader_finish_block(r, start);
        cq_latex_reader_write_space(r, start, at);
        return at;
    case '(': return cq_latex_formula_read(r, start, 2, CQ_STR("\\)"), 1);
    case '[': return cq_latex_formula_read(r, start, 2, CQ_STR("\\]"), 2);
    case ' ':
    case ',':
    case ';':
    case ':': cq_latex_reader_write_space(r, start, at); return at;
    case '\n':
    case '\r': return start + 1;
    case '&':
    case '%':
    case '$':
    case '#':
    case '_':
    case '{':
    case '}':
        cq_latex_reader_open_block(r, start);
        cq_markup_prose_hide(&r->prose, start, start + 1);
        return at;
    default: break;
    }
    accent = cq_markup_latex_find(cq_str_slice(r->text, start + 1, at));
    if (accent) return cq_latex_letter_read_accent(r, start, at, accent->text);
    cq_latex_reader_hide(r, start, at); /* \-, \/, \! and \@ leave nothing */
    return at;
}

/* Skips what "\iffalse" switches off. */
static uint32_t skip_switched_off(const cq_latex_reader *r, uint32_t at) {
    size_t found = cq_str_find(cq_str_slice(r->text, at, r->end), CQ_STR("\\fi"));
    return found == SIZE_MAX ? r->end : at + (uint32_t)found + 3;
}

uint32_t cq_latex_command_read(cq_latex_reader *r, uint32_t start) {
    uint32_t at = start + 1;
    while (is_letter(cq_latex_reader_byte(r, at)) ||
           (at > start + 1 && cq_latex_reader_byte(r, at) == '@'))
        at++;
    if (at == start + 1) return at < r->end ? read_control_mark(r, start, r->text.ptr[at]) : at;
    cq_str name = cq_str_slice(r->text, start + 1, at);
    const cq_latex_command *command = cq_markup_latex_find(name);
    if (command) return read_known(r, start, at, command);
    if (cq_str_is_equal(name, CQ_STR("iffalse")))
        return drop_command(r, start, skip_switched_off(r, at));
    if (cq_str_has_prefix(name, CQ_STR("if")) || cq_str_is_equal(name, CQ_STR("fi")) ||
        cq_str_is_equal(name, CQ_STR("else")))
        return drop_command(r, start, at);
    return omit_command(r, start, at, CQ_LATEX_UNKNOWN);
}
