#include "plugins/git/place.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"

/* Bytes that two absolute paths have in common, in whole components. */
static size_t measure_common(cq_str a, cq_str b) {
    size_t common = 0, i = 0;
    while (i < a.len && i < b.len && a.ptr[i] == b.ptr[i])
        if (a.ptr[i++] == '/')
            common = i - 1;
    bool ends = (i == a.len || a.ptr[i] == '/') && (i == b.len || b.ptr[i] == '/');
    return ends ? i : common;
}

static bool is_below(cq_str path, cq_str folder) {
    return cq_str_has_prefix(path, folder) &&
           (path.len == folder.len || path.ptr[folder.len] == '/');
}

cq_str cq_git_place_name(const cq_git_place *place, cq_arena *arena, cq_str path) {
    if (!place->root.len)
        return cq_str_dup(arena, path);
    cq_str whole = cq_str_format(arena, "%s/%s", place->root.ptr, path.ptr);
    if (!is_below(place->here, place->root))
        return whole;
    size_t common = measure_common(place->here, whole);
    cq_buf name = {0};
    for (size_t i = common; i < place->here.len; i++)
        if (place->here.ptr[i] == '/')
            cq_buf_push_str(&name, CQ_STR("../"));
    cq_buf_push_str(&name, cq_str_slice(whole, common + 1, whole.len));
    cq_str out = cq_str_dup(arena, cq_buf_get(&name));
    cq_buf_release(&name);
    return out;
}

/* Appends a component; "." changes nothing, ".." takes one away. */
static void push_component(cq_buf *out, cq_str component) {
    if (!component.len || cq_str_is_equal(component, CQ_STR(".")))
        return;
    if (!cq_str_is_equal(component, CQ_STR(".."))) {
        cq_buf_push(out, '/');
        cq_buf_push_str(out, component);
        return;
    }
    size_t slash = cq_str_find_last(cq_buf_get(out), '/');
    out->len = slash == SIZE_MAX ? 0 : slash;
}

static void push_components(cq_buf *out, cq_str path) {
    for (size_t start = 0, end; start <= path.len; start = end + 1) {
        for (end = start; end < path.len && path.ptr[end] != '/'; end++)
            continue;
        push_component(out, cq_str_slice(path, start, end));
    }
}

static cq_str make_absolute(const cq_git_place *place, cq_arena *arena, cq_str name) {
    cq_buf path = {0};
    if (!name.len || name.ptr[0] != '/')
        push_components(&path, place->root.len ? place->here : CQ_STR(""));
    push_components(&path, name);
    cq_str out = cq_str_dup(arena, cq_buf_get(&path));
    cq_buf_release(&path);
    return out;
}

static int compare_paths(const void *a, const void *b) {
    return cq_str_compare(*(const cq_str *)a, *(const cq_str *)b);
}

void cq_git_place_init(cq_git_place *place, cq_arena *arena, cq_str root, const cq_strs *limits) {
    char *here = getcwd(NULL, 0);
    *place = (cq_git_place){.root = root, .here = cq_str_dup(arena, cq_str_of(here))};
    free(here);
    place->has_limits = limits && limits->len;
    if (!place->has_limits)
        return;
    for (uint32_t i = 0; i < limits->len; i++)
        *CQ_ARRAY_PUSH(arena, &place->limits) = make_absolute(place, arena, limits->at[i]);
    qsort(place->limits.at, place->limits.len, sizeof(cq_str), compare_paths);
}

static bool is_limit(const cq_git_place *place, cq_str path) {
    return bsearch(&path, place->limits.at, place->limits.len, sizeof path, compare_paths) != NULL;
}

bool cq_git_place_is_within(const cq_git_place *place, cq_str path) {
    if (!place->has_limits || is_limit(place, CQ_STR("")))
        return true;
    cq_buf whole = {0};
    cq_buf_push_format(&whole, "%s/%s", place->root.ptr, path.ptr);
    bool is = false;
    for (size_t end = 1; !is && end <= whole.len; end++)
        is = (end == whole.len || whole.ptr[end] == '/') &&
             is_limit(place, cq_str_slice(cq_buf_get(&whole), 0, end));
    cq_buf_release(&whole);
    return is;
}
