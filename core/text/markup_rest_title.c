#include "text/markup_rest_title.h"

#define LEAST_ADORNMENT 4u /* of a title longer than that; a shorter one's is as long as itself */

/* The mark of which a line consists, or 0. */
static char find_adornment(cq_str s) {
    char mark = cq_str_byte_at(s, 0);
    s = cq_str_trim(s);
    if (!mark || !strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", mark)) return '\0';
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] != mark) return '\0';
    return mark;
}

static bool is_adornment_of(cq_str adornment, cq_str title) {
    size_t len = cq_str_trim(adornment).len;
    return find_adornment(adornment) && (len >= LEAST_ADORNMENT || len >= cq_str_trim(title).len);
}

static uint32_t find_level(cq_rest_reader *r, char mark, bool has_overline) {
    uint16_t style = (uint16_t)((unsigned char)mark | has_overline << 8);
    for (uint32_t i = 0; i < r->style_count; i++)
        if (r->styles[i] == style) return i + 1;
    if (r->style_count < CQ_REST_MOST_STYLES) r->styles[r->style_count++] = style;
    return r->style_count;
}

static void write_title(cq_rest_reader *r, uint32_t i, char mark, bool has_overline) {
    cq_span span = {cq_rest_reader_line(r, i)->content, cq_rest_reader_line(r, i)->at.end};
    cq_rest_reader_write_block(r, CQ_BLOCK_HEADING, find_level(r, mark, has_overline), span);
}

uint32_t cq_rest_title_read(cq_rest_reader *r, uint32_t i) {
    cq_str first = cq_rest_reader_text(r, i);
    char mark = find_adornment(first);
    if (mark && cq_rest_reader_is_blank(r, i + 1))
        return cq_str_trim(first).len >= LEAST_ADORNMENT ? i + 1 : i;
    if (mark && find_adornment(cq_rest_reader_text(r, i + 2)) == mark &&
        !find_adornment(cq_rest_reader_text(r, i + 1)) &&
        is_adornment_of(first, cq_rest_reader_text(r, i + 1))) {
        write_title(r, i + 1, mark, true);
        return i + 3;
    }
    if (cq_rest_reader_is_blank(r, i + 1) ||
        cq_rest_reader_line(r, i + 1)->indent != cq_rest_reader_line(r, i)->indent)
        return i;
    if (!is_adornment_of(cq_rest_reader_text(r, i + 1), first) || mark) return i;
    write_title(r, i, find_adornment(cq_rest_reader_text(r, i + 1)), false);
    return i + 2;
}
