#include "text/markup.h"

#include <strings.h>

/* The build writes the list from the names of the files in text/markup/. */
#define CQ_FORMAT(stem) extern const cq_format cq_format_##stem;
#include "gen/formats.def"
#undef CQ_FORMAT

static const cq_format *const all_formats[] = {
#define CQ_FORMAT(stem) &cq_format_##stem,
#include "gen/formats.def"
#undef CQ_FORMAT
    NULL,
};

const cq_format *const *cq_format_all(void) {
    return all_formats;
}

static bool has_ending(cq_str path, const char *ending) {
    size_t len = strlen(ending);
    return path.len > len && strncasecmp(path.ptr + path.len - len, ending, len) == 0;
}

static bool is_format_of(const cq_format *format, cq_str path) {
    cq_str name = cq_str_slice(path, cq_str_find_last(path, '/') + 1, path.len);
    for (const char *const *whole = format->names; whole && *whole; whole++)
        if (cq_str_is_equal(name, cq_str_of(*whole))) return true;
    for (const char *const *ending = format->endings; *ending; ending++)
        if (has_ending(path, *ending)) return true;
    return false;
}

const cq_format *cq_format_of_path(cq_str path) {
    for (const cq_format *const *format = all_formats; *format; format++)
        if (is_format_of(*format, path)) return *format;
    return NULL;
}

bool cq_format_is_walked(cq_str path) {
    const cq_format *format = cq_format_of_path(path);
    return format && format->is_walked;
}

const cq_format *cq_format_of_name(cq_str name) {
    for (const cq_format *const *format = all_formats; *format; format++)
        if (cq_str_is_equal(name, cq_str_of((*format)->name))) return *format;
    return NULL;
}
