#include "plugins/lsp/rule_name.h"

#include "plugins/lsp/config.h"

static bool is_name_byte(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' ||
           c == '_' || c == '/' || c == '*';
}

static cq_span find_word(cq_str text, cq_span line, uint32_t offset) {
    cq_span word = {offset, offset};
    while (word.start > line.start && is_name_byte(text.ptr[word.start - 1])) word.start--;
    while (word.end < line.end && is_name_byte(text.ptr[word.end])) word.end++;
    return word;
}

/* In a comment: behind "calque-ignore", "calque-ignore-line" and so on, before the colon that the
   reason stands behind. */
static bool is_behind_ignore(cq_str text, cq_span line, uint32_t start) {
    cq_str before = cq_str_slice(text, line.start, start);
    size_t at = cq_str_find(before, CQ_STR("calque-ignore"));
    if (at == SIZE_MAX) return false;
    cq_str rest = cq_str_slice(before, at, before.len);
    return cq_str_find(rest, CQ_STR(" ")) != SIZE_MAX && cq_str_find(rest, CQ_STR(":")) == SIZE_MAX;
}

/* In a configuration: a key in quotation marks, ["en/its-own"]. */
static bool is_behind_key(cq_str text, cq_span line, uint32_t start) {
    if (start < line.start + 2) return false;
    char mark = text.ptr[start - 1];
    return (mark == '"' || mark == '\'') && text.ptr[start - 2] == '[';
}

cq_lsp_rule_name cq_lsp_rule_name_at(const cq_lsp_document *document, uint32_t offset) {
    cq_str text = cq_buf_get(&document->text.bytes);
    cq_span line = cq_lsp_text_line(&document->text, cq_lsp_text_line_of(&document->text, offset));
    if (offset > line.end) offset = line.end;
    cq_span word = find_word(text, line, offset);
    bool is_expected = cq_lsp_config_is(document) ? is_behind_key(text, line, word.start)
                                                  : is_behind_ignore(text, line, word.start);
    return (cq_lsp_rule_name){word, is_expected};
}
