#include "text/markup_rest_field.h"

#include "text/char_class.h"

#define LONGEST_FIELD 120u /* bytes between the colons */

uint32_t cq_rest_field_find_value(cq_str s) {
    uint32_t end = 1;
    if (cq_str_byte_at(s, 0) != ':' || cq_char_is_blank(cq_str_byte_at(s, 1)) ||
        cq_str_byte_at(s, 1) == ':')
        return 0;
    while (end < s.len && end < LONGEST_FIELD && s.ptr[end] != ':') end += 1 + (s.ptr[end] == '\\');
    if (cq_str_byte_at(s, end) != ':' || cq_char_is_blank(s.ptr[end - 1])) return 0;
    return end + 1 >= s.len || cq_char_is_blank(s.ptr[end + 1])
               ? cq_markup_line_skip_blanks(s, end + 1)
               : 0;
}

/* Fields whose value is for programs. */
static bool is_mute_field(cq_str s) {
    static const char *const mute[] = {
        ":type",         ":rtype",   ":vartype",  ":Author",       ":author",   ":Date",
        ":date",         ":Version", ":version",  ":Revision",     ":revision", ":Status",
        ":Contact",      ":contact", ":Address",  ":Organization", ":orphan",   ":tocdepth",
        ":nocomments",   ":Release", ":release",  ":License",      ":tags",     ":category",
        ":slug",         ":lang",    ":status",   ":template",     ":Tags",     ":Slug",
        ":Category",     ":url",     ":modified", ":PEP",          ":Created",  ":Last-Modified",
        ":Content-Type", ":save_as", ":image",    ":id",           ":email",    ":translation",
        ":authors",      ":Authors", NULL};
    const char *close = s.len > 1 ? memchr(s.ptr + 1, ':', s.len - 1) : NULL;
    cq_str name = cq_str_slice(s, 0, close ? (size_t)(close - s.ptr) : 0);
    const char *space = memchr(name.ptr, ' ', name.len);
    if (space) name.len = (size_t)(space - name.ptr);
    return cq_str_is_any(name, mute);
}

uint32_t cq_rest_field_read(cq_rest_reader *r, uint32_t i) {
    cq_str s = cq_rest_reader_text(r, i);
    uint32_t value = cq_rest_field_find_value(s), indent = cq_rest_reader_line(r, i)->indent;
    if (!value) return i;
    if (is_mute_field(s)) return cq_rest_reader_skip_indented(r, i + 1, indent);
    uint32_t end = i + 1;
    while (!cq_rest_reader_is_blank(r, end) && cq_rest_reader_line(r, end)->indent > indent) end++;
    if (value < s.len)
        cq_rest_reader_write_lines(r, CQ_BLOCK_PARAGRAPH,
                                   cq_rest_reader_line(r, i)->content + value, end);
    else
        end = i + 1;
    cq_rest_reader_open_body(r, end, indent, cq_rest_reader_context(r)->kind);
    return end;
}
