#include "report/printable.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <inttypes.h>
#include <stdio.h>

static const struct {
    uint32_t code_point;
    const char *name;
} known_names[] = {
    {0x0009, "<TAB>"},   {0x000A, "<LF>"},   {0x000D, "<CR>"},   {0x00A0, "<NBSP>"},
    {0x00AD, "<SHY>"},   {0x2009, "<THSP>"}, {0x200A, "<HSP>"},  {0x200B, "<ZWSP>"},
    {0x200C, "<ZWNJ>"},  {0x200D, "<ZWJ>"},  {0x200E, "<LRM>"},  {0x200F, "<RLM>"},
    {0x202F, "<NNBSP>"}, {0x2060, "<WJ>"},   {0x3000, "<IDSP>"}, {0xFEFF, "<BOM>"},
};

static cq_glyph name_code_point(uint32_t code_point) {
    cq_glyph glyph = {"", 0};
    for (size_t i = 0; i < sizeof known_names / sizeof *known_names; i++)
        if (known_names[i].code_point == code_point)
            snprintf(glyph.text, sizeof glyph.text, "%s", known_names[i].name);
    if (!glyph.text[0])
        snprintf(glyph.text, sizeof glyph.text, "<U+%04" PRIX32 ">", code_point & 0x1FFFFF);
    glyph.width = (uint32_t)strlen(glyph.text);
    return glyph;
}

/* Embeddings, overrides and isolates make text read otherwise than it is. */
static bool is_direction_control(uint32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C ||
           c == 0x200E || c == 0x200F;
}

static bool is_dangerous(uint32_t c) {
    uint8_t category = cq_unicode_of(c)->category;
    return category == CQ_GC_CC || category == CQ_GC_ZL || category == CQ_GC_ZP ||
           is_direction_control(c);
}

/* Variation selectors and marks belong to the character before them: naming them would take it apart. */
static bool is_invisible(uint32_t c) {
    uint8_t category = cq_unicode_of(c)->category;
    return (category == CQ_GC_ZS && c != ' ') || category == CQ_GC_CF;
}

static uint32_t measure(uint32_t c) {
    if (cq_unicode_is_mark(c) || cq_unicode_has(c, CQ_UNICODE_DEFAULT_IGNORABLE) ||
        (c >= 0x1160 && c <= 0x11FF)) /* vowels and finals of a Hangul syllable */
        return cq_unicode_of(c)->category == CQ_GC_MC ? 1 : 0;
    return cq_unicode_has(c, CQ_UNICODE_WIDE) ? 2 : 1;
}

cq_glyph cq_printable_glyph(uint32_t code_point, bool reveal) {
    if (code_point >= 0x20 && code_point <= 0x7E) return (cq_glyph){{(char)code_point}, 1};
    if (is_dangerous(code_point) || (reveal && is_invisible(code_point)))
        return name_code_point(code_point);
    cq_glyph glyph = {"", measure(code_point)};
    cq_utf8_encode(code_point, glyph.text);
    return glyph;
}

static bool is_plain(cq_str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < 0x20 || (unsigned char)text.ptr[i] > 0x7E) return false;
    return true;
}

static void push_glyphs(cq_buf *out, cq_str text, bool reveal) {
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end;) {
        uint32_t length = cq_utf8_length(p, end);
        uint32_t code_point = 0xFFFD;
        if (length) code_point = cq_utf8_decode(p, end, &length);
        cq_buf_push_str(out, cq_str_of(cq_printable_glyph(code_point, reveal).text));
        p += length ? length : 1;
    }
}

void cq_printable_push(cq_buf *out, cq_str text) {
    if (is_plain(text))
        cq_buf_push_str(out, text);
    else
        push_glyphs(out, text, false);
}

/* The longest beginning of `text` that fits into `width` columns, in bytes. */
static size_t fit_beginning(cq_str text, uint32_t width) {
    const char *p = text.ptr, *end = text.ptr + text.len;
    for (uint32_t used = 0, length; p < end; p += length) {
        used += cq_printable_glyph(cq_utf8_decode(p, end, &length), true).width;
        if (used > width) break;
    }
    return (size_t)(p - text.ptr);
}

/* Where the longest end of `text` that fits begins. */
static size_t fit_end(cq_str text, uint32_t width) {
    const char *p = text.ptr + text.len;
    size_t fits = text.len;
    for (uint32_t used = 0, length; p > text.ptr;) {
        cq_glyph glyph = cq_printable_glyph(cq_utf8_decode_before(text.ptr, p, &length), true);
        used += glyph.width;
        p -= length;
        if (used > width) break;
        if (glyph.width) /* a mark is not cut from what it stands on */
            fits = (size_t)(p - text.ptr);
    }
    return fits;
}

void cq_printable_push_revealed(cq_buf *out, cq_str text, uint32_t width) {
    if (fit_beginning(text, width) == text.len) {
        push_glyphs(out, text, true);
        return;
    }
    uint32_t half = (width - 1) / 2;
    push_glyphs(out, cq_str_slice(text, 0, fit_beginning(text, half)), true);
    cq_buf_push_str(out, CQ_STR("…"));
    push_glyphs(out, cq_str_slice(text, fit_end(text, half), text.len), true);
}
