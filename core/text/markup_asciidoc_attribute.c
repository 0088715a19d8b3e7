#include "text/markup_asciidoc_attribute.h"

#include "text/char_class.h"

cq_asciidoc_style cq_asciidoc_attribute_find_style(cq_str s) {
    static const char *const code[] = {"source",    "listing", "literal",  "stem",  "latexmath",
                                       "asciimath", "mermaid", "plantuml", "ditaa", "graphviz",
                                       "pass",      "comment", "csv",      "vega",  "bytefield",
                                       "svgbob",    NULL};
    static const char *const quote[] = {"quote", "verse", "excerpt", NULL};
    size_t end = 1;
    while (end < s.len && !strchr(",]#.%", s.ptr[end])) end++;
    cq_str name = cq_str_trim(cq_str_slice(s, 1, end));
    if (cq_str_byte_at(s, 1) == ',' || cq_str_is_any(name, code)) return CQ_ASCIIDOC_STYLE_CODE;
    if (cq_str_is_any(name, quote)) return CQ_ASCIIDOC_STYLE_QUOTE;
    return cq_str_is_equal(name, CQ_STR("discrete")) ? CQ_ASCIIDOC_STYLE_TITLE
                                                     : CQ_ASCIIDOC_STYLE_NONE;
}

bool cq_asciidoc_attribute_is_list(cq_str s) {
    char second = cq_str_byte_at(s, 1);
    return s.len > 1 && s.ptr[0] == '[' && s.ptr[s.len - 1] == ']' && second != ' ' &&
           !(second == ']' && s.len > 2);
}

/* ":name: value": where the value starts, or 0. */
static uint32_t find_value(cq_str s) {
    uint32_t at = 1 + (cq_str_byte_at(s, 1) == '!'), start = at;
    while ((cq_char_class_of(cq_str_byte_at(s, at)) & CQ_CHAR_ALNUM) ||
           cq_str_byte_at(s, at) == '-' || cq_str_byte_at(s, at) == '_')
        at++;
    if (cq_str_byte_at(s, 0) != ':' || at == start) return 0;
    at += cq_str_byte_at(s, at) == '!';
    if (cq_str_byte_at(s, at) != ':' || (at + 1 < s.len && s.ptr[at + 1] != ' ')) return 0;
    return cq_markup_line_skip_blanks(s, at + 1);
}

bool cq_asciidoc_attribute_read(cq_asciidoc_reader *r, cq_str s) {
    uint32_t value = find_value(s);
    if (!value) return false;
    if (cq_str_has_prefix(s, CQ_STR(":description:")) || cq_str_has_prefix(s, CQ_STR(":doctitle:")))
        cq_asciidoc_reader_write(r, CQ_BLOCK_META, 0,
                                 (cq_span){r->line.start + value, r->line.end});
    while (cq_str_has_suffix(s, CQ_STR(" \\")) && !cq_asciidoc_reader_is_at_end(r)) {
        cq_asciidoc_reader_move_on(r);
        s = cq_asciidoc_reader_slice(r, r->line);
    }
    cq_asciidoc_reader_move_on(r);
    return true;
}
