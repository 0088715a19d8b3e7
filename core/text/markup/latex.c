/* LaTeX, read as a stream: text, commands, groups, environments. What a command or environment does,
   markup_latex.h knows; an unknown command stands for something that is not prose. */
#include "text/markup.h"

#include <stdio.h>

#include "text/char_class.h"
#include "text/markup_latex.h"
#include "text/markup_line.h"
#include "text/markup_prose.h"

#define NOWHERE UINT32_MAX
#define LONGEST_OPTION 2000u /* bytes between square brackets */
#define LONGEST_VERB 400u

/* A brace and the one that closes it, or NOWHERE. */
typedef struct brace_pair {
    uint32_t open, close;
} brace_pair;

typedef enum group_kind { GROUP_PLAIN, GROUP_BLOCK, GROUP_NOTE, GROUP_QUOTED } group_kind;

/* A brace that is open, and what ends with it. */
typedef struct group {
    uint32_t close;
    group_kind kind;
    uint8_t emphasis; /* outside of it */
} group;

typedef struct reader {
    cq_block_writer writer;
    cq_markup_prose prose, outer; /* the open one; that around the open note */
    bool has_note;
    cq_str text;
    uint32_t end; /* of the document */
    cq_arena scratch;
    CQ_ARRAY(brace_pair) braces;
    uint32_t next_brace; /* the first pair that is not yet passed */
    CQ_ARRAY(group) groups;
    uint32_t held_blocks; /* groups that are a block: an empty line does not end it */
    uint32_t list_depth, quote_depth, table_depth;
    bool is_item;        /* the next block is an item */
    uint32_t clear;      /* no "]" between here ... */
    uint32_t clear_from; /* ... and there */
    uint32_t barren[3];  /* nothing ends a formula from here on: $, \), \] */
} reader;

static char byte_at(const reader *r, uint32_t at) {
    return at < r->end ? r->text.ptr[at] : '\0';
}

static bool has_at(const reader *r, uint32_t at, cq_str what) {
    return cq_str_has_prefix(cq_str_slice(r->text, at, r->end), what);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_newline(char c) {
    return c == '\n' || c == '\r';
}

static bool is_letter(char c) {
    return cq_char_class_of(c) & CQ_CHAR_LETTER;
}

static uint32_t skip_blanks(const reader *r, uint32_t at) {
    while (is_blank(byte_at(r, at))) at++;
    return at;
}

static uint32_t skip_line(const reader *r, uint32_t at) {
    while (at < r->end && !is_newline(r->text.ptr[at])) at++;
    return at;
}

/* Braces ------------------------------------------------------------------ */

/* Pairs all braces, in one pass. */
static void pair_braces(reader *r) {
    CQ_ARRAY(uint32_t) open = {0};
    for (uint32_t at = 0; at < r->text.len; at++) {
        char c = r->text.ptr[at];
        if (c == '\\') {
            at++;
        } else if (c == '%') {
            while (at < r->text.len && !is_newline(r->text.ptr[at])) at++;
        } else if (c == '{') {
            *CQ_ARRAY_PUSH(&r->scratch, &open) = r->braces.len;
            *CQ_ARRAY_PUSH(&r->scratch, &r->braces) = (brace_pair){at, NOWHERE};
        } else if (c == '}' && open.len) {
            r->braces.at[open.at[--open.len]].close = at;
        }
    }
}

/* The brace that closes the one at `at`, or NOWHERE. Calls go from left to right but for a few
   steps, so it is near. */
static uint32_t find_close(reader *r, uint32_t at) {
    while (r->next_brace > 0 && r->braces.at[r->next_brace - 1].open >= at) r->next_brace--;
    while (r->next_brace < r->braces.len && r->braces.at[r->next_brace].open < at) r->next_brace++;
    bool is_known = r->next_brace < r->braces.len && r->braces.at[r->next_brace].open == at;
    uint32_t close = is_known ? r->braces.at[r->next_brace].close : NOWHERE;
    return close < r->end ? close : NOWHERE;
}

/* Behind the bracket that closes the one at `at`, or `at`. */
static uint32_t skip_option(reader *r, uint32_t at) {
    if (byte_at(r, at) != '[') return at;
    uint32_t limit = at + LONGEST_OPTION < r->end ? at + LONGEST_OPTION : r->end, i = at + 1;
    bool is_empty_line = false;
    if (i >= r->clear_from && i < r->clear) i = r->clear;
    for (; i < limit; i++) {
        char c = r->text.ptr[i];
        if (c == ']') return i + 1;
        if (c == '\n' && is_empty_line) break;
        if (!is_blank(c) && c != '\r') is_empty_line = c == '\n';
        if (c == '\\') i++;
        if (c == '{' && find_close(r, i) < limit) i = find_close(r, i);
    }
    r->clear_from = at + 1;
    r->clear = i;
    return at;
}

/* Writing ----------------------------------------------------------------- */

static bool is_open(const reader *r) {
    return r->has_note || cq_block_writer_is_open(&r->writer);
}

static void begin_block(reader *r, cq_block_kind kind, uint32_t depth, uint32_t at) {
    cq_block_writer_begin(&r->writer, kind, depth, CQ_STR(""));
    r->prose = cq_markup_prose_begin(&r->writer, at);
}

/* Something to be read stands at `at`. */
static void open_block(reader *r, uint32_t at) {
    if (is_open(r)) return;
    if (r->table_depth)
        begin_block(r, CQ_BLOCK_TABLE_CELL, 0, at);
    else if (r->list_depth)
        begin_block(r, CQ_BLOCK_LIST_ITEM, r->list_depth, at);
    else if (r->quote_depth)
        begin_block(r, CQ_BLOCK_QUOTE, r->quote_depth, at);
    else
        begin_block(r, CQ_BLOCK_PARAGRAPH, 0, at);
}

static void finish_block(reader *r, uint32_t at) {
    if (r->has_note || !cq_block_writer_is_open(&r->writer)) return;
    cq_markup_prose_end(&r->prose, at);
    cq_block_writer_end(&r->writer);
}

static void hide(reader *r, uint32_t start, uint32_t end) {
    if (is_open(r)) cq_markup_prose_hide(&r->prose, start, end);
}

static void drop(reader *r, uint32_t start, uint32_t end) {
    if (is_open(r)) cq_markup_prose_drop(&r->prose, start, end);
}

static void omit(reader *r, cq_inline_kind kind, uint32_t start, uint32_t end) {
    open_block(r, start);
    cq_markup_prose_omit(&r->prose, kind, start, end);
}

static void replace(reader *r, cq_str text, uint32_t start, uint32_t end) {
    open_block(r, start);
    cq_markup_prose_replace(&r->prose, text, start, end);
}

static void write_space(reader *r, uint32_t start, uint32_t end) {
    if (is_open(r)) cq_markup_prose_break(&r->prose, start, end);
}

/* An empty line, \par, the edge of an environment. Inside a heading or note it is a space. */
static void end_paragraph(reader *r, uint32_t start, uint32_t end) {
    if (r->has_note || r->held_blocks)
        write_space(r, start, end);
    else
        finish_block(r, start);
}

/* Groups ------------------------------------------------------------------ */

static void push_group(reader *r, uint32_t close, group_kind kind) {
    *CQ_ARRAY_PUSH(&r->scratch, &r->groups) = (group){close, kind, r->writer.emphasis};
}

static void end_note(reader *r, uint32_t at) {
    cq_markup_prose_end(&r->prose, at);
    cq_block_writer_end_aside(&r->writer);
    r->has_note = false;
    r->prose = r->outer;
    r->prose.kept = at;
}

/* The innermost group ends at `at`, with its brace if `is_there`. */
static void pop_group(reader *r, uint32_t at, bool is_there) {
    group ended = r->groups.at[--r->groups.len];
    uint32_t behind = at + is_there;
    if (ended.kind == GROUP_QUOTED && is_there)
        replace(r, CQ_STR("”"), at, behind);
    else if (ended.kind == GROUP_NOTE)
        end_note(r, at);
    else if (ended.kind == GROUP_BLOCK) {
        r->held_blocks--;
        finish_block(r, at);
    }
    hide(r, at, behind);
    cq_block_writer_emphasise(&r->writer, ended.emphasis);
}

/* Groups whose braces were passed over, in code or a formula, end here. */
static void settle_groups(reader *r, uint32_t at) {
    while (r->groups.len && r->groups.at[r->groups.len - 1].close < at) pop_group(r, at, false);
}

static uint32_t read_closing(reader *r, uint32_t at) {
    if (r->groups.len && r->groups.at[r->groups.len - 1].close == at)
        pop_group(r, at, true);
    else
        hide(r, at, at + 1);
    return at + 1;
}

static uint32_t read_opening(reader *r, uint32_t at) {
    uint32_t close = find_close(r, at);
    hide(r, at, at + 1);
    if (close != NOWHERE) push_group(r, close, GROUP_PLAIN);
    return at + 1;
}

/* Arguments --------------------------------------------------------------- */

/* Behind a command's star, options and, up to `count`, groups. */
static uint32_t skip_arguments(reader *r, uint32_t at, uint32_t count) {
    if (byte_at(r, at) == '*') at++;
    for (;;) {
        uint32_t next = skip_option(r, at);
        if (next == at && byte_at(r, at) == '{' && count) {
            uint32_t close = find_close(r, at);
            next = close == NOWHERE ? at : close + 1;
            count--;
        }
        if (next == at) return at;
        at = next;
    }
}

/* Behind the name of a command at `at`, or `at`. */
static uint32_t skip_command_name(const reader *r, uint32_t at) {
    uint32_t end = at;
    if (byte_at(r, at) == '\\')
        for (end++; is_letter(byte_at(r, end)) || byte_at(r, end) == '@'; end++)
            ;
    return end;
}

/* Behind the arguments of a definition, which may be names of commands and stand apart. */
static uint32_t skip_definition(reader *r, uint32_t at) {
    uint32_t next = skip_command_name(r, skip_blanks(r, at));
    next = skip_command_name(r, skip_blanks(r, next) + (byte_at(r, next) == '='));
    for (at = next > at ? next : at;; at = next) {
        next = skip_arguments(r, at, UINT32_MAX);
        uint32_t blanks = skip_blanks(r, at);
        if (next == at && byte_at(r, blanks) == '#')
            next = blanks + 1 + !!(cq_char_class_of(byte_at(r, blanks + 1)) & CQ_CHAR_DIGIT);
        if (next == at && blanks > at && strchr("[{", byte_at(r, blanks)) && byte_at(r, blanks))
            next = blanks;
        if (next == at || next > r->end) return at;
    }
}

/* The last argument, whose brace is at `at`, is text: it starts behind the brace. */
static uint32_t enter_argument(reader *r, uint32_t start, uint32_t at, group_kind kind) {
    uint32_t close = byte_at(r, at) == '{' ? find_close(r, at) : NOWHERE;
    if (close == NOWHERE) {
        drop(r, start, at);
        return at;
    }
    hide(r, start, at + 1);
    push_group(r, close, kind);
    return at + 1;
}

static uint32_t enter_emphasis(reader *r, uint32_t start, uint32_t at, uint8_t emphasis) {
    uint32_t depth = r->groups.len, next = enter_argument(r, start, at, GROUP_PLAIN);
    if (r->groups.len > depth) cq_block_writer_emphasise(&r->writer, r->writer.emphasis | emphasis);
    return next;
}

static uint32_t enter_block(reader *r, uint32_t start, uint32_t at, cq_block_kind kind,
                            uint32_t depth) {
    if (byte_at(r, at) != '{' || find_close(r, at) == NOWHERE || r->has_note || r->held_blocks) {
        drop(r, start, at);
        return at;
    }
    finish_block(r, start);
    begin_block(r, kind, depth, at + 1);
    push_group(r, find_close(r, at), GROUP_BLOCK);
    r->held_blocks++;
    return at + 1;
}

/* A note's text is an aside of the paragraph in which its mark stands. */
static uint32_t enter_note(reader *r, uint32_t start, uint32_t at) {
    uint32_t close = byte_at(r, at) == '{' ? find_close(r, at) : NOWHERE;
    if (close == NOWHERE || r->has_note) return enter_argument(r, start, at, GROUP_PLAIN);
    omit(r, CQ_INLINE_FOOTNOTE, start, close + 1);
    r->outer = r->prose;
    cq_block_writer_begin_aside(&r->writer, CQ_STR(""));
    r->prose = cq_markup_prose_begin(&r->writer, at + 1);
    r->has_note = true;
    push_group(r, close, GROUP_NOTE);
    return at + 1;
}

/* Letters ----------------------------------------------------------------- */

/* "\'e", "\'{e}", "\c c": the letter with its mark, composed where Unicode has it so. */
static uint32_t read_accent(reader *r, uint32_t start, uint32_t at, const char *mark) {
    char joined[8];
    if (is_letter(r->text.ptr[start + 1])) at = skip_blanks(r, at);
    bool is_braced = byte_at(r, at) == '{';
    uint32_t letter = at + is_braced, end = letter + 1;
    if (byte_at(r, letter) == '\\' &&
        (byte_at(r, letter + 1) == 'i' || byte_at(r, letter + 1) == 'j')) {
        letter++;
        end = letter + 1;
    }
    char base = byte_at(r, letter);
    if (is_braced && byte_at(r, end) != '}') base = '\0';
    if (!is_letter(base)) {
        hide(r, start, at);
        return at;
    }
    end += is_braced;
    cq_str composed = cq_markup_latex_compose(mark, base);
    if (!composed.len) {
        composed = (cq_str){joined, (size_t)snprintf(joined, sizeof joined, "%c%s", base, mark)};
    }
    replace(r, composed, start, end);
    return end;
}

/* Behind a word's command: "{}" or the blanks that end its name. */
static uint32_t skip_name_end(const reader *r, uint32_t at, bool with_blanks) {
    if (byte_at(r, at) == '{' && byte_at(r, at + 1) == '}') return at + 2;
    return with_blanks ? skip_blanks(r, at) : at;
}

/* Environments ------------------------------------------------------------ */

/* The name in "{name}" at `at`, and where to read on; empty where there is none. */
static cq_str read_name(reader *r, uint32_t *at) {
    uint32_t close = byte_at(r, *at) == '{' ? find_close(r, *at) : NOWHERE;
    if (close == NOWHERE || close - *at > 64) return CQ_STR("");
    cq_str name = cq_str_slice(r->text, *at + 1, close);
    *at = close + 1;
    return name;
}

/* Behind "\end{name}", or the end of the document. */
static uint32_t skip_environment(const reader *r, uint32_t at, cq_str name) {
    while (at < r->end) {
        size_t found = cq_str_find(cq_str_slice(r->text, at, r->end), CQ_STR("\\end{"));
        if (found == SIZE_MAX) return r->end;
        at += (uint32_t)found + 5;
        if (has_at(r, at, name) && byte_at(r, at + (uint32_t)name.len) == '}')
            return at + (uint32_t)name.len + 1;
    }
    return at;
}

static uint32_t read_begin(reader *r, uint32_t start, uint32_t at) {
    cq_str name = read_name(r, &at);
    const cq_latex_environment *environment = cq_markup_latex_environment(name);
    if (environment->place == CQ_LATEX_HIDDEN || environment->place == CQ_LATEX_FORMULA) {
        uint32_t end = skip_environment(r, at, name);
        if (environment->place == CQ_LATEX_FORMULA)
            omit(r, CQ_INLINE_MATH, start, end);
        else
            end_paragraph(r, start, end);
        return end;
    }
    end_paragraph(r, start, at);
    r->list_depth += environment->place == CQ_LATEX_LIST;
    r->quote_depth += environment->place == CQ_LATEX_QUOTE;
    r->table_depth += environment->place == CQ_LATEX_TABLE;
    at = skip_arguments(r, at, environment->count);
    if (environment->place == CQ_LATEX_TITLED) return enter_block(r, at, at, CQ_BLOCK_HEADING, 1);
    hide(r, start, at);
    return at;
}

static uint32_t read_finish(reader *r, uint32_t start, uint32_t at) {
    cq_latex_place place = cq_markup_latex_environment(read_name(r, &at))->place;
    end_paragraph(r, start, at);
    r->list_depth -= place == CQ_LATEX_LIST && r->list_depth;
    r->quote_depth -= place == CQ_LATEX_QUOTE && r->quote_depth;
    r->table_depth -= place == CQ_LATEX_TABLE && r->table_depth;
    hide(r, start, at);
    return at;
}

/* "\item[term]": the term is an item of its own. */
static uint32_t read_item(reader *r, uint32_t start, uint32_t at) {
    uint32_t end = skip_option(r, skip_blanks(r, at));
    end_paragraph(r, start, at);
    if (end > skip_blanks(r, at) && !is_open(r)) {
        open_block(r, skip_blanks(r, at) + 1);
        cq_markup_prose_end(&r->prose, end - 1);
        cq_block_writer_end(&r->writer);
    }
    at = end > skip_blanks(r, at) ? end : at;
    hide(r, start, at);
    return at;
}

/* Formulas ---------------------------------------------------------------- */

/* Behind `close`, or 0: a formula does not reach over an empty line. */
static uint32_t find_formula_end(reader *r, uint32_t at, cq_str close, uint32_t *barren) {
    bool is_empty_line = false;
    if (at < *barren) return 0;
    uint32_t i = at;
    for (; i < r->end; i++) {
        char c = r->text.ptr[i];
        if (c == close.ptr[0] && has_at(r, i, close)) return i + (uint32_t)close.len;
        if (c == '\n' && is_empty_line) break;
        if (!is_blank(c) && c != '\r') is_empty_line = c == '\n';
        if (c == '\\') i++;
    }
    *barren = i;
    return 0;
}

static uint32_t read_formula(reader *r, uint32_t at, uint32_t width, cq_str close, int which) {
    uint32_t end = find_formula_end(r, at + width, close, &r->barren[which]);
    if (!end) {
        hide(r, at, at + width);
        return at + width;
    }
    omit(r, CQ_INLINE_MATH, at, end);
    return end;
}

/* Commands ---------------------------------------------------------------- */

/* "\verb|...|": behind it, or `at`. */
static uint32_t skip_verb(const reader *r, uint32_t at) {
    at += byte_at(r, at) == '*';
    char mark = byte_at(r, at);
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

static uint32_t omit_command(reader *r, uint32_t start, uint32_t at, cq_latex_role role) {
    uint32_t end = skip_arguments(r, at, UINT32_MAX);
    if (role == CQ_LATEX_CODE && end == at) end = skip_verb(r, at); /* \lstinline|...| */
    omit(r, inline_kind_of(role), start, end);
    return end;
}

static uint32_t drop_command(reader *r, uint32_t start, uint32_t end) {
    drop(r, start, end);
    return end;
}

static uint32_t read_known(reader *r, uint32_t start, uint32_t at, const cq_latex_command *c) {
    uint32_t last = c->role >= CQ_LATEX_TEXT ? skip_arguments(r, at, c->count) : at;
    switch (c->role) {
    case CQ_LATEX_NOTHING: return drop_command(r, start, skip_arguments(r, at, UINT32_MAX));
    case CQ_LATEX_DEFINE: return drop_command(r, start, skip_definition(r, at));
    case CQ_LATEX_TEXT: return enter_argument(r, start, last, GROUP_PLAIN);
    case CQ_LATEX_STRESSED: return enter_emphasis(r, start, last, CQ_EMPHASIS_STRESSED);
    case CQ_LATEX_STRONG: return enter_emphasis(r, start, last, CQ_EMPHASIS_STRONG);
    case CQ_LATEX_LINK: return enter_emphasis(r, start, last, CQ_EMPHASIS_LINK);
    case CQ_LATEX_QUOTED:
        if (byte_at(r, last) == '{' && find_close(r, last) != NOWHERE) {
            replace(r, CQ_STR("“"), start, last);
            start = last;
        }
        return enter_argument(r, start, last, GROUP_QUOTED);
    case CQ_LATEX_SYMBOL:
    case CQ_LATEX_LETTER: {
        uint32_t end = skip_name_end(r, at, c->role == CQ_LATEX_LETTER);
        replace(r, cq_str_of(c->text), start, end);
        return end;
    }
    case CQ_LATEX_ACCENT: return read_accent(r, start, at, c->text);
    case CQ_LATEX_SPACE: {
        uint32_t end = skip_arguments(r, at, 1);
        write_space(r, start, end);
        return end;
    }
    case CQ_LATEX_END: end_paragraph(r, start, at); return drop_command(r, start, at);
    case CQ_LATEX_HEADING:
        return enter_block(r, start, skip_arguments(r, at, 0), CQ_BLOCK_HEADING, c->count);
    case CQ_LATEX_CAPTION: return enter_block(r, start, last, CQ_BLOCK_CAPTION, 0);
    case CQ_LATEX_NOTE: return enter_note(r, start, last);
    case CQ_LATEX_ITEM: return read_item(r, start, at);
    case CQ_LATEX_VERBATIM: {
        uint32_t end = skip_verb(r, at);
        omit(r, CQ_INLINE_CODE, start, end);
        return end;
    }
    case CQ_LATEX_BEGIN: return read_begin(r, start, at);
    case CQ_LATEX_FINISH: return read_finish(r, start, at);
    default: return omit_command(r, start, at, c->role);
    }
}

/* A backslash and one mark. */
static uint32_t read_control_mark(reader *r, uint32_t start, char mark) {
    uint32_t at = start + 2;
    const cq_latex_command *accent;
    if (cq_char_class_of(mark) & CQ_CHAR_HIGH) {
        hide(r, start, start + 1);
        return start + 1;
    }
    switch (mark) {
    case '\\': /* with a star and a distance */
        at = skip_arguments(r, at, 0);
        if (r->table_depth && !r->has_note && !r->held_blocks) finish_block(r, start);
        write_space(r, start, at);
        return at;
    case '(': return read_formula(r, start, 2, CQ_STR("\\)"), 1);
    case '[': return read_formula(r, start, 2, CQ_STR("\\]"), 2);
    case ' ':
    case ',':
    case ';':
    case ':': write_space(r, start, at); return at;
    case '\n':
    case '\r': return start + 1;
    case '&':
    case '%':
    case '$':
    case '#':
    case '_':
    case '{':
    case '}':
        open_block(r, start);
        cq_markup_prose_hide(&r->prose, start, start + 1);
        return at;
    default: break;
    }
    accent = cq_markup_latex_find(cq_str_slice(r->text, start + 1, at));
    if (accent) return read_accent(r, start, at, accent->text);
    hide(r, start, at); /* \-, \/, \! and \@ leave nothing */
    return at;
}

/* Skips what "\iffalse" switches off. */
static uint32_t skip_switched_off(const reader *r, uint32_t at) {
    size_t found = cq_str_find(cq_str_slice(r->text, at, r->end), CQ_STR("\\fi"));
    return found == SIZE_MAX ? r->end : at + (uint32_t)found + 3;
}

static uint32_t read_command(reader *r, uint32_t start) {
    uint32_t at = start + 1;
    while (is_letter(byte_at(r, at)) || (at > start + 1 && byte_at(r, at) == '@')) at++;
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

/* Text -------------------------------------------------------------------- */

/* A comment takes its line end and the blanks at the start of the next line with it. */
static uint32_t read_comment(reader *r, uint32_t at) {
    uint32_t end = skip_line(r, at);
    cq_block_writer_comment(&r->writer, (cq_span){at, end});
    if (byte_at(r, end) == '\r') end++;
    if (byte_at(r, end) == '\n') end++;
    end = skip_blanks(r, end);
    hide(r, at, end);
    return end;
}

/* White space with line ends in it; an empty line ends a paragraph. */
static uint32_t read_line_end(reader *r, uint32_t at) {
    uint32_t end = at, count = 0;
    while (is_blank(byte_at(r, end)) || is_newline(byte_at(r, end))) {
        count +=
            byte_at(r, end) == '\n' || (byte_at(r, end) == '\r' && byte_at(r, end + 1) != '\n');
        end++;
    }
    if (count > 1)
        end_paragraph(r, at, end);
    else
        write_space(r, at, end);
    return end;
}

typedef struct ligature {
    cq_str written, text;
} ligature;

/* "``", "''", "---" and their like. */
static uint32_t read_ligature(reader *r, uint32_t at) {
    static const ligature ligatures[] = {
        {{"---", 3}, {"—", 3}}, {{"--", 2}, {"–", 3}}, {{"``", 2}, {"“", 3}},
        {{"''", 2}, {"”", 3}},  {{"`", 1}, {"‘", 3}},  {{"\"`", 2}, {"„", 3}},
        {{"\"'", 2}, {"“", 3}}, {{"~", 1}, {" ", 1}},  {{",,", 2}, {"„", 3}},
        {{"<<", 2}, {"«", 2}},  {{">>", 2}, {"»", 2}}, {{"?`", 2}, {"¿", 2}},
        {{"!`", 2}, {"¡", 2}},
    };
    for (size_t i = 0; i < sizeof ligatures / sizeof *ligatures; i++)
        if (has_at(r, at, ligatures[i].written)) {
            uint32_t end = at + (uint32_t)ligatures[i].written.len;
            replace(r, ligatures[i].text, at, end);
            return end;
        }
    open_block(r, at);
    return at + 1;
}

static uint32_t read_cell_end(reader *r, uint32_t at) {
    if (r->table_depth && !r->has_note && !r->held_blocks) finish_block(r, at);
    hide(r, at, at + 1);
    return at + 1;
}

static uint32_t read_one(reader *r, uint32_t at) {
    switch (r->text.ptr[at]) {
    case '\\': return read_command(r, at);
    case '{': return read_opening(r, at);
    case '}': return read_closing(r, at);
    case '%': return read_comment(r, at);
    case '&': return read_cell_end(r, at);
    case '$':
        return byte_at(r, at + 1) == '$' ? read_formula(r, at, 2, CQ_STR("$$"), 0)
                                         : read_formula(r, at, 1, CQ_STR("$"), 0);
    case '\n':
    case '\r': return read_line_end(r, at);
    case ' ':
    case '\t': return at + 1;
    case '-':
    case '`':
    case '\'':
    case '"':
    case '~':
    case ',':
    case '<':
    case '>':
    case '?':
    case '!': return read_ligature(r, at);
    default: open_block(r, at); return at + 1;
    }
}

/* The document --------------------------------------------------------------- */

static size_t find_in(cq_str text, const char *what) {
    return cq_str_find(text, cq_str_of(what));
}

static void read_stretch(reader *r, uint32_t at) {
    while (at < r->end) {
        settle_groups(r, at);
        if (at < r->end) at = read_one(r, at);
    }
    settle_groups(r, r->end);
    finish_block(r, r->end);
}

/* The comments in front of the document; the rest there is no prose. */
static void note_comments(reader *r, uint32_t begin) {
    cq_str preamble = cq_str_slice(r->text, 0, begin);
    for (uint32_t at = 0; at < begin;) {
        cq_markup_line line = cq_markup_line_at(preamble, at);
        if (byte_at(r, line.start) == '%')
            cq_block_writer_comment(&r->writer, (cq_span){line.start, line.end});
        at = line.next;
    }
}

/* The title, in front of the document. */
static void read_title(reader *r, uint32_t begin) {
    size_t found = find_in(cq_str_slice(r->text, 0, begin), "\\title{");
    uint32_t open = (uint32_t)found + 6, end = r->end;
    if (found == SIZE_MAX || find_close(r, open) >= begin) return;
    r->end = find_close(r, open) + 1;
    read_stretch(r, enter_block(r, open, open, CQ_BLOCK_HEADING, 1));
    r->end = end;
}

/* In front of the document only its title is read, and behind its end nothing. A file without a
   preamble is part of another one and read from its start. */
static void read_document(reader *r, uint32_t start) {
    size_t begin = find_in(r->text, "\\begin{document}");
    size_t end = find_in(r->text, "\\end{document}");
    if (end != SIZE_MAX) r->end = (uint32_t)end;
    if (begin < r->end) {
        note_comments(r, (uint32_t)begin);
        read_title(r, (uint32_t)begin);
        start = (uint32_t)begin + 16;
    }
    read_stretch(r, start);
}

static bool read_latex(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    reader r = {.text = source->text, .end = (uint32_t)source->text.len};
    cq_block_writer_init(&r.writer, arena, source, out);
    cq_arena_init(&r.scratch);
    pair_braces(&r);
    read_document(&r, source->body);
    cq_block_writer_release(&r.writer);
    cq_arena_release(&r.scratch);
    return true;
}

static const char *const endings[] = {".tex", ".ltx", ".latex", NULL};

const cq_format cq_format_latex = {
    .name = "latex", .endings = endings, .is_walked = true, .read = read_latex};
