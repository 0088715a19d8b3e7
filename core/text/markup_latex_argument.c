#include "text/markup_latex_argument.h"

#include "text/char_class.h"

#define LONGEST_OPTION 2000u /* bytes between square brackets */

static bool is_newline(char c) {
    return c == '\n' || c == '\r';
}

static bool is_letter(char c) {
    return cq_char_class_of(c) & CQ_CHAR_LETTER;
}

void cq_latex_argument_pair_braces(cq_latex_reader *r) {
    CQ_ARRAY(uint32_t) open = {0};
    for (uint32_t at = 0; at < r->text.len; at++) {
        char c = r->text.ptr[at];
        if (c == '\\') {
            at++;
        } else if (c == '%') {
            while (at < r->text.len && !is_newline(r->text.ptr[at])) at++;
        } else if (c == '{') {
            *CQ_ARRAY_PUSH(&r->scratch, &open) = r->braces.len;
            *CQ_ARRAY_PUSH(&r->scratch, &r->braces) = (cq_latex_braces){at, CQ_LATEX_NOWHERE};
        } else if (c == '}' && open.len) {
            r->braces.at[open.at[--open.len]].close = at;
        }
    }
}

uint32_t cq_latex_argument_find_close(cq_latex_reader *r, uint32_t at) {
    while (r->next_brace > 0 && r->braces.at[r->next_brace - 1].open >= at) r->next_brace--;
    while (r->next_brace < r->braces.len && r->braces.at[r->next_brace].open < at) r->next_brace++;
    bool is_known = r->next_brace < r->braces.len && r->braces.at[r->next_brace].open == at;
    uint32_t close = is_known ? r->braces.at[r->next_brace].close : CQ_LATEX_NOWHERE;
    return close < r->end ? close : CQ_LATEX_NOWHERE;
}

uint32_t cq_latex_argument_skip_option(cq_latex_reader *r, uint32_t at) {
    if (cq_latex_reader_byte(r, at) != '[') return at;
    uint32_t limit = at + LONGEST_OPTION < r->end ? at + LONGEST_OPTION : r->end, i = at + 1;
    bool is_empty_line = false;
    if (i >= r->clear_from && i < r->clear) i = r->clear;
    for (; i < limit; i++) {
        char c = r->text.ptr[i];
        if (c == ']') return i + 1;
        if (c == '\n' && is_empty_line) break;
        if (!cq_char_is_blank(c) && c != '\r') is_empty_line = c == '\n';
        if (c == '\\') i++;
        if (c == '{' && cq_latex_argument_find_close(r, i) < limit)
            i = cq_latex_argument_find_close(r, i);
    }
    r->clear_from = at + 1;
    r->clear = i;
    return at;
}

uint32_t cq_latex_argument_skip(cq_latex_reader *r, uint32_t at, uint32_t count) {
    if (cq_latex_reader_byte(r, at) == '*') at++;
    for (;;) {
        uint32_t next = cq_latex_argument_skip_option(r, at);
        if (next == at && cq_latex_reader_byte(r, at) == '{' && count) {
            uint32_t close = cq_latex_argument_find_close(r, at);
            next = close == CQ_LATEX_NOWHERE ? at : close + 1;
            count--;
        }
        if (next == at) return at;
        at = next;
    }
}

/* Behind the name of a command at `at`, or `at`. */
static uint32_t skip_command_name(const cq_latex_reader *r, uint32_t at) {
    uint32_t end = at;
    if (cq_latex_reader_byte(r, at) == '\\')
        for (end++; is_letter(cq_latex_reader_byte(r, end)) || cq_latex_reader_byte(r, end) == '@';
             end++)
            ;
    return end;
}

uint32_t cq_latex_argument_skip_definition(cq_latex_reader *r, uint32_t at) {
    uint32_t next = skip_command_name(r, cq_latex_reader_skip_blanks(r, at));
    next = skip_command_name(r, cq_latex_reader_skip_blanks(r, next) +
                                    (cq_latex_reader_byte(r, next) == '='));
    for (at = next > at ? next : at;; at = next) {
        next = cq_latex_argument_skip(r, at, UINT32_MAX);
        uint32_t blanks = cq_latex_reader_skip_blanks(r, at);
        if (next == at && cq_latex_reader_byte(r, blanks) == '#')
            next = blanks + 1 +
                   !!(cq_char_class_of(cq_latex_reader_byte(r, blanks + 1)) & CQ_CHAR_DIGIT);
        if (next == at && blanks > at && strchr("[{", cq_latex_reader_byte(r, blanks)) &&
            cq_latex_reader_byte(r, blanks))
            next = blanks;
        if (next == at || next > r->end) return at;
    }
}
