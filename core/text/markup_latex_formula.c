#include "text/markup_latex_formula.h"

#include "text/char_class.h"

/* Behind `close`, or 0: a formula does not reach over an empty line. */
static uint32_t find_formula_end(cq_latex_reader *r, uint32_t at, cq_str close, uint32_t *barren) {
    bool is_empty_line = false;
    if (at < *barren) return 0;
    uint32_t i = at;
    for (; i < r->end; i++) {
        char c = r->text.ptr[i];
        if (c == close.ptr[0] && cq_latex_reader_has(r, i, close)) return i + (uint32_t)close.len;
        if (c == '\n' && is_empty_line) break;
        if (!cq_char_is_blank(c) && c != '\r') is_empty_line = c == '\n';
        if (c == '\\') i++;
    }
    *barren = i;
    return 0;
}

uint32_t cq_latex_formula_read(cq_latex_reader *r, uint32_t at, uint32_t width, cq_str close,
                               int which) {
    uint32_t end = find_formula_end(r, at + width, close, &r->barren[which]);
    if (!end) {
        cq_latex_reader_hide(r, at, at + width);
        return at + width;
    }
    cq_latex_reader_omit(r, CQ_INLINE_MATH, at, end);
    return end;
}
