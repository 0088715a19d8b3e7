#include "plugins/lsp/uri.h"

static int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') return (c | 0x20) - 'a' + 10;
    return -1;
}

static cq_str decode(cq_arena *arena, cq_str s) {
    char *out = cq_arena_take(arena, s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        int high = s.ptr[i] == '%' && i + 2 < s.len ? digit_of(s.ptr[i + 1]) : -1;
        int low = high >= 0 ? digit_of(s.ptr[i + 2]) : -1;
        bool is_escape = low >= 0 && high * 16 + low != 0; /* no path holds NUL */
        out[len++] = is_escape ? (char)(high * 16 + low) : s.ptr[i];
        if (is_escape) i += 2;
    }
    out[len] = '\0';
    return (cq_str){out, len};
}

bool cq_lsp_uri_is_file(cq_str uri) {
    return cq_str_has_prefix(uri, CQ_STR("file:"));
}

cq_str cq_lsp_uri_path(cq_arena *arena, cq_str uri) {
    size_t colon = cq_str_find(uri, CQ_STR(":"));
    cq_str rest = colon == SIZE_MAX ? uri : cq_str_slice(uri, colon + 1, uri.len);
    if (cq_str_has_prefix(rest, CQ_STR("//"))) { /* an authority, which is empty or this machine */
        rest = cq_str_slice(rest, 2, rest.len);
        size_t slash = cq_str_find(rest, CQ_STR("/"));
        rest = cq_str_slice(rest, slash, rest.len);
    }
    return decode(arena, rest);
}

static bool is_plain(unsigned char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           strchr("-._~/", c); /* not called with NUL */
}

void cq_lsp_uri_push(cq_buf *out, cq_str path) {
    cq_buf_push_str(out, CQ_STR("file://"));
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        if (c && is_plain(c))
            cq_buf_push(out, (char)c);
        else
            cq_buf_push_format(out, "%%%02X", c);
    }
}
