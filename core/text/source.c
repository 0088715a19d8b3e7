#include "text/source.h"

#include "base/utf8.h"

static const char *name_wide_encoding(cq_str bytes) {
    if (cq_str_has_prefix(bytes, (cq_str){"\xFF\xFE\0\0", 4}) ||
        cq_str_has_prefix(bytes, (cq_str){"\0\0\xFE\xFF", 4}))
        return "UTF-32";
    if (cq_str_has_prefix(bytes, CQ_STR("\xFF\xFE")) ||
        cq_str_has_prefix(bytes, CQ_STR("\xFE\xFF")))
        return "UTF-16";
    return NULL;
}

static void substitute(cq_source *source, char *text, size_t offset) {
    text[offset] = CQ_SOURCE_SUBSTITUTE;
    if (source->first_invalid == UINT32_MAX) source->first_invalid = (uint32_t)offset;
    source->invalid_count++;
}

/* A copy of the bytes in which nothing is left that a reader of text could trip over. */
static void copy_cleaned(cq_source *source) {
    size_t len = source->bytes.len;
    char *text = cq_arena_take(source->arena, len + 1);
    memcpy(text, source->bytes.ptr, len);
    text[len] = '\0';
    for (size_t i = 0; i < len;) {
        unsigned length = text[i] ? cq_utf8_length(text + i, text + len) : 0;
        if (!length) substitute(source, text, i);
        i += length ? length : 1;
    }
    source->text = (cq_str){text, len};
}

static bool is_clean(cq_str bytes) {
    return cq_utf8_find_invalid(bytes) == SIZE_MAX &&
           !(bytes.len && memchr(bytes.ptr, 0, bytes.len));
}

static bool is_continuation(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* A change may cut a character in two: it is widened to where one starts and ends. */
static cq_str widen(cq_str bytes, cq_span changed) {
    while (changed.start > 0 && changed.start < bytes.len &&
           is_continuation(bytes.ptr[changed.start]))
        changed.start--;
    changed.start -= changed.start > 0;
    while (changed.start > 0 && is_continuation(bytes.ptr[changed.start])) changed.start--;
    while (changed.end < bytes.len && is_continuation(bytes.ptr[changed.end])) changed.end++;
    return cq_str_slice(bytes, changed.start, changed.end);
}

static bool init(cq_source *source, cq_arena *arena, cq_str path, cq_str bytes, cq_str unchecked,
                 cq_err *err) {
    *source =
        (cq_source){.bytes = bytes, .text = bytes, .first_invalid = UINT32_MAX, .arena = arena};
    source->path = cq_str_dup(arena, path);
    const char *wide = name_wide_encoding(bytes);
    if (wide)
        return cq_fail(err, CQ_EINVAL, "%.*s: is %s; convert it to UTF-8", CQ_FMT(path), wide);
    if (cq_str_has_prefix(bytes, CQ_STR("\xEF\xBB\xBF"))) source->body = 3;
    if (!is_clean(unchecked)) copy_cleaned(source);
    return true;
}

bool cq_source_init(cq_source *source, cq_arena *arena, cq_str path, cq_str bytes, cq_err *err) {
    return init(source, arena, path, bytes, bytes, err);
}

bool cq_source_init_changed(cq_source *source, cq_arena *arena, cq_str path, cq_str bytes,
                            cq_span changed, cq_err *err) {
    return init(source, arena, path, bytes, widen(bytes, changed), err);
}

/* The next line end at or behind `p`. A text without CR, nearly every one, is left to memchr. */
static const char *find_line_end(const char *p, const char *end, bool has_cr) {
    if (!has_cr) return memchr(p, '\n', (size_t)(end - p));
    while (p < end && *p != '\n' && *p != '\r') p++;
    return p < end ? p : NULL;
}

static void find_lines(cq_source *source) {
    const char *p = source->text.ptr, *end = p + source->text.len;
    bool has_cr = source->text.len && memchr(p, '\r', source->text.len);
    *CQ_ARRAY_PUSH(source->arena, &source->lines) = 0;
    while (p < end && (p = find_line_end(p, end, has_cr))) {
        p += *p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;
        *CQ_ARRAY_PUSH(source->arena, &source->lines) = (uint32_t)(p - source->text.ptr);
    }
}

/* Index of the last line that starts at or before `offset`. */
static uint32_t search_line(const cq_source *source, uint32_t offset) {
    uint32_t low = 0, high = source->lines.len;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->lines.at[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void count_strides(cq_source *source) {
    uint32_t count = (uint32_t)(source->text.len / CQ_SOURCE_STRIDE) + 1;
    uint32_t *strides = CQ_ARENA_NEW_ARRAY(source->arena, uint32_t, count);
    for (uint32_t i = 1; i < count; i++) {
        size_t end = (size_t)i * CQ_SOURCE_STRIDE;
        cq_str piece = cq_str_slice(source->text, end - CQ_SOURCE_STRIDE, end);
        strides[i] = strides[i - 1] + (uint32_t)cq_utf8_count(piece);
    }
    source->strides = strides;
}

/* Code points from the start of the file; costs a stride at most. */
static uint32_t count_until(const cq_source *source, uint32_t offset) {
    uint32_t stride = offset / CQ_SOURCE_STRIDE;
    cq_str rest = cq_str_slice(source->text, (size_t)stride * CQ_SOURCE_STRIDE, offset);
    return source->strides[stride] + (uint32_t)cq_utf8_count(rest);
}

/* Code points in [start, end). */
static uint32_t count_between(cq_source *source, uint32_t start, uint32_t end) {
    if (end - start <= 2 * CQ_SOURCE_STRIDE)
        return (uint32_t)cq_utf8_count(cq_str_slice(source->text, start, end));
    if (!source->strides) count_strides(source);
    return count_until(source, end) - count_until(source, start);
}

cq_position cq_source_locate(cq_source *source, uint32_t offset) {
    if (!source->lines.len) find_lines(source);
    uint32_t line = search_line(source, offset);
    uint32_t column = count_between(source, source->lines.at[line], offset);
    if (line == 0 && source->body && offset >= source->body)
        column--; /* the byte order mark is no column */
    return (cq_position){line + 1, column + 1};
}

cq_span cq_source_line(cq_source *source, uint32_t line) {
    if (!source->lines.len) find_lines(source);
    uint32_t len = (uint32_t)source->text.len;
    if (line == 0 || line > source->lines.len) return (cq_span){len, len};
    cq_span span = {source->lines.at[line - 1], len};
    if (line < source->lines.len) span.end = source->lines.at[line];
    while (span.end > span.start &&
           (source->text.ptr[span.end - 1] == '\n' || source->text.ptr[span.end - 1] == '\r'))
        span.end--;
    if (line == 1 && span.start < source->body)
        span.start = source->body < span.end ? source->body : span.end;
    return span;
}

uint32_t cq_source_count_lines(cq_source *source) {
    if (!source->lines.len) find_lines(source);
    uint32_t count = source->lines.len;
    if (source->lines.at[count - 1] == source->text.len) count--;
    return count;
}
