#include "report/uri.h"

static bool is_unreserved(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~' || c == '/';
}

bool cq_uri_is_absolute(cq_str path) {
    return cq_str_has_prefix(path, CQ_STR("/"));
}

cq_str cq_uri_trim(cq_str path) {
    while (cq_str_has_prefix(path, CQ_STR("./"))) {
        path = cq_str_slice(path, 2, path.len);
        while (path.len && path.ptr[0] == '/') path = cq_str_slice(path, 1, path.len);
    }
    return path;
}

void cq_uri_push(cq_buf *out, cq_str path) {
    if (cq_uri_is_absolute(path)) cq_buf_push_str(out, CQ_STR("file://"));
    path = cq_uri_trim(path);
    for (size_t i = 0; i < path.len; i++)
        if (is_unreserved((unsigned char)path.ptr[i]))
            cq_buf_push(out, path.ptr[i]);
        else
            cq_buf_push_format(out, "%%%02X", (unsigned char)path.ptr[i]);
}
