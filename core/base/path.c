#include "base/path.h"

#include <stdlib.h>
#include <unistd.h>

cq_str cq_path_here(cq_arena *arena) {
    char *here = getcwd(NULL, 0);
    cq_str out = cq_path_absolute(arena, CQ_STR(""), cq_str_of(here));
    free(here);
    return out;
}

cq_str cq_path_absolute(cq_arena *arena, cq_str base, cq_str path) {
    if (path.len && path.ptr[0] == '/') base = CQ_STR("");
    cq_str whole = cq_str_format(arena, "%.*s/%.*s/", CQ_FMT(base), CQ_FMT(path));
    char *out = cq_arena_take(arena, whole.len + 1);
    size_t len = 0;
    for (size_t at = 1, start = 1; at < whole.len; at++) {
        if (whole.ptr[at] != '/') continue;
        cq_str name = cq_str_slice(whole, start, at);
        start = at + 1;
        if (cq_str_is_equal(name, CQ_STR(".."))) {
            while (len && out[len - 1] != '/') len--;
            len -= len > 0;
        } else if (name.len && !cq_str_is_equal(name, CQ_STR("."))) {
            out[len++] = '/';
            memcpy(out + len, name.ptr, name.len);
            len += name.len;
        }
    }
    out[len] = '\0';
    return (cq_str){out, len};
}

bool cq_path_is_below(cq_str path, cq_str folder) {
    return path.len > folder.len && cq_str_has_prefix(path, folder) && path.ptr[folder.len] == '/';
}

static bool is_in(cq_str path, cq_str folder) {
    return cq_str_is_equal(path, folder) || cq_path_is_below(path, folder);
}

bool cq_path_leads_out(cq_str path, cq_str folder) {
    char *real = is_in(path, folder) ? realpath(path.ptr, NULL) : NULL;
    bool leads = real ? !is_in(cq_str_of(real), folder) : !is_in(path, folder);
    free(real);
    return leads;
}

cq_str cq_path_cut(cq_str path, cq_str folder) {
    return cq_path_is_below(path, folder) ? cq_str_slice(path, folder.len + 1, path.len) : path;
}

cq_str cq_path_relative(cq_arena *arena, cq_str path, cq_str folder) {
    cq_str up = CQ_STR("");
    while (folder.len && !cq_path_is_below(path, folder)) {
        folder = cq_str_slice(folder, 0, cq_str_find_last(folder, '/'));
        up = cq_str_format(arena, "%.*s../", CQ_FMT(up));
    }
    return cq_str_format(arena, "%.*s%.*s", CQ_FMT(up), CQ_FMT(cq_path_cut(path, folder)));
}
