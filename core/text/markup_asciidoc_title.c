#include "text/markup_asciidoc_title.h"

#include "base/utf8.h"
#include "text/char_class.h"
#include "text/markup_asciidoc_attribute.h"
#include "text/markup_asciidoc_delimiter.h"

/* The lines below a document's title name its authors and its version. */
static void skip_authors(cq_asciidoc_reader *r) {
    while (!cq_asciidoc_reader_is_at_end(r)) {
        cq_str s = cq_asciidoc_reader_slice(r, r->line);
        if (!s.len || cq_str_has_prefix(s, CQ_STR("//"))) return;
        if (!cq_asciidoc_attribute_read(r, s)) cq_asciidoc_reader_move_on(r);
    }
}

bool cq_asciidoc_title_read(cq_asciidoc_reader *r, cq_str s) {
    char mark = cq_str_byte_at(s, 0);
    uint32_t level = mark == '=' || mark == '#' ? cq_asciidoc_reader_count_run(s, 0, mark) : 0;
    if (!level || level > 6 || cq_str_byte_at(s, level) != ' ') return false;
    uint32_t start = r->line.start + cq_markup_line_skip_blanks(s, level);
    bool is_first = level == 1 && !r->writer.blocks->len;
    cq_asciidoc_reader_write(r, CQ_BLOCK_HEADING, level, (cq_span){start, r->line.end});
    cq_asciidoc_reader_move_on(r);
    r->list_depth = 0;
    if (is_first) skip_authors(r);
    return true;
}

bool cq_asciidoc_title_read_underlined(cq_asciidoc_reader *r, cq_str s) {
    static const char marks[] = "=-~^+";
    cq_str under = cq_asciidoc_reader_slice(r, cq_asciidoc_reader_next(r, r->line));
    char mark = cq_str_byte_at(under, 0);
    if (!mark || !strchr(marks, mark) || under.len < 2 ||
        cq_asciidoc_reader_count_run(under, 0, mark) != under.len)
        return false;
    size_t width = cq_utf8_count(s);
    if (width + 1 < under.len || width > under.len + 1 || cq_asciidoc_delimiter_find(s))
        return false;
    if (!cq_char_is_alnum(cq_char_at(s, 0, NULL)) && s.ptr[0] != '"') return false;
    bool is_first = mark == '=' && !r->writer.blocks->len;
    uint32_t level = (uint32_t)(strchr(marks, mark) - marks) + 1;
    cq_asciidoc_reader_write(r, CQ_BLOCK_HEADING, level, (cq_span){r->line.start, r->line.end});
    cq_asciidoc_reader_move_on(r);
    cq_asciidoc_reader_move_on(r);
    if (is_first) skip_authors(r);
    return true;
}
