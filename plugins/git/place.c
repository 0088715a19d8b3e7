#include "plugins/git/place.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/path.h"

cq_str cq_git_place_name(const cq_git_place *place, cq_arena *arena, cq_str path) {
    if (!place->root.len) return cq_str_dup(arena, path);
    cq_str whole = cq_str_format(arena, "%s/%s", place->root.ptr, path.ptr);
    bool is_inside =
        cq_str_is_equal(place->here, place->root) || cq_path_is_below(place->here, place->root);
    return is_inside ? cq_path_relative(arena, whole, place->here) : whole;
}

static int compare_paths(const void *a, const void *b) {
    return cq_str_compare(*(const cq_str *)a, *(const cq_str *)b);
}

void cq_git_place_init(cq_git_place *place, cq_arena *arena, cq_str root, const cq_strs *limits) {
    *place = (cq_git_place){.root = root, .here = cq_path_here(arena)};
    place->has_limits = limits && limits->len;
    if (!place->has_limits) return;
    cq_str base = root.len ? place->here : CQ_STR("");
    for (uint32_t i = 0; i < limits->len; i++)
        *CQ_ARRAY_PUSH(arena, &place->limits) = cq_path_absolute(arena, base, limits->at[i]);
    qsort(place->limits.at, place->limits.len, sizeof(cq_str), compare_paths);
}

static bool is_limit(const cq_git_place *place, cq_str path) {
    return bsearch(&path, place->limits.at, place->limits.len, sizeof path, compare_paths) != NULL;
}

bool cq_git_place_is_within(const cq_git_place *place, cq_str path) {
    if (!place->has_limits || is_limit(place, CQ_STR(""))) return true;
    cq_buf whole = {0};
    cq_buf_push_format(&whole, "%s/%s", place->root.ptr, path.ptr);
    bool is = false;
    for (size_t end = 1; !is && end <= whole.len; end++)
        is = (end == whole.len || whole.ptr[end] == '/') &&
             is_limit(place, cq_str_slice(cq_buf_get(&whole), 0, end));
    cq_buf_release(&whole);
    return is;
}
