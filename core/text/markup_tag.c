#include "text/markup_tag.h"

#include <strings.h>

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool ends_name(char c) {
    return is_space(c) || c == '/' || c == '>';
}

cq_str cq_markup_tag_name(cq_str tag) {
    size_t start = cq_str_has_prefix(tag, CQ_STR("</")) ? 2 : 1, end = start;
    while (end < tag.len && !ends_name(tag.ptr[end])) end++;
    return cq_str_slice(tag, start, end);
}

bool cq_markup_name_is(cq_str a, const char *b) {
    return cq_markup_name_is_same(a, cq_str_of(b));
}

bool cq_markup_name_is_same(cq_str a, cq_str b) {
    return a.len == b.len && strncasecmp(a.ptr, b.ptr, a.len) == 0;
}

static uint32_t skip_space(cq_str text, uint32_t at, uint32_t end) {
    while (at < end && is_space(text.ptr[at])) at++;
    return at;
}

/* The value at `at`; *behind becomes the offset behind it. */
static cq_span read_value(cq_str text, uint32_t at, uint32_t end, uint32_t *behind) {
    char quote = at < end ? text.ptr[at] : '\0';
    if (quote == '"' || quote == '\'') {
        const char *close = memchr(text.ptr + at + 1, quote, end - at - 1);
        uint32_t stop = close ? (uint32_t)(close - text.ptr) : end;
        *behind = close ? stop + 1 : end;
        return (cq_span){at + 1, stop};
    }
    uint32_t stop = at;
    while (stop < end && !is_space(text.ptr[stop]) && text.ptr[stop] != '>') stop++;
    *behind = stop;
    return (cq_span){at, stop};
}

bool cq_markup_attribute_next(cq_markup_attribute *out, cq_str text, uint32_t *at, uint32_t end) {
    uint32_t start = *at;
    if (start < end && text.ptr[start] == '<') {
        cq_str tag = cq_str_slice(text, start, end);
        start = (uint32_t)(cq_markup_tag_name(tag).ptr + cq_markup_tag_name(tag).len - text.ptr);
    }
    while (start < end && (ends_name(text.ptr[start]) || text.ptr[start] == '=')) start++;
    uint32_t stop = start;
    while (stop < end && !ends_name(text.ptr[stop]) && text.ptr[stop] != '=') stop++;
    if (start == stop) return false;
    *out = (cq_markup_attribute){cq_str_slice(text, start, stop), {stop, stop}};
    *at = skip_space(text, stop, end);
    if (*at < end && text.ptr[*at] == '=')
        out->value = read_value(text, skip_space(text, *at + 1, end), end, at);
    return true;
}
