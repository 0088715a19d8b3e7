#include "base/glob.h"

/* What is left to match, and where to go on when it does not fit: behind the last "*" and behind the
   last "**", each with one byte (or folder) more in it. Earlier ones never have to give way. */
typedef struct matcher {
    cq_str glob, path;
    size_t g, p;
    size_t star_g, star_p; /* behind a "*"; SIZE_MAX: there is none */
    size_t deep_g, deep_p; /* behind a "**" */
    bool is_deep_folders;  /* it was followed by a slash: it holds whole folders */
} matcher;

static char glob_at(const matcher *m, size_t at) {
    return at < m->glob.len ? m->glob.ptr[at] : '\0';
}

/* Behind the bracket that opens at `at`; SIZE_MAX: it does not close. */
static size_t find_bracket_end(cq_str glob, size_t at) {
    size_t first = at + 1;
    if (first < glob.len && (glob.ptr[first] == '!' || glob.ptr[first] == '^')) first++;
    for (size_t i = first; i < glob.len; i++)
        if (glob.ptr[i] == ']' && i > first) return i + 1;
    return SIZE_MAX;
}

static bool is_in_bracket(cq_str inside, char c) {
    bool is_negated = inside.ptr[0] == '!' || inside.ptr[0] == '^', is_in = false;
    unsigned char wanted = (unsigned char)c;
    for (size_t i = is_negated; i < inside.len; i++) {
        unsigned char first = (unsigned char)inside.ptr[i], last = first;
        if (i + 2 < inside.len && inside.ptr[i + 1] == '-') {
            last = (unsigned char)inside.ptr[i + 2];
            i += 2;
        }
        is_in = is_in || (wanted >= first && wanted <= last);
    }
    return is_in != is_negated;
}

/* Whether one byte fits what stands at g; moves on where it does. */
static bool match_byte(matcher *m) {
    char c = m->path.ptr[m->p], wanted = glob_at(m, m->g);
    size_t next = m->g + 1;
    bool fits = wanted == c;
    if (m->g >= m->glob.len) return false;
    if (wanted == '?') {
        fits = c != '/';
    } else if (wanted == '[') {
        next = find_bracket_end(m->glob, m->g);
        if (next == SIZE_MAX) return false;
        fits = c != '/' && is_in_bracket(cq_str_slice(m->glob, m->g + 1, next - 1), c);
    } else if (wanted == '\\') {
        fits = glob_at(m, m->g + 1) == c;
        next = m->g + 2;
    }
    if (!fits) return false;
    m->g = next;
    m->p++;
    return true;
}

/* Reads "*" or "**" at g, where there is one. */
static bool read_star(matcher *m) {
    if (glob_at(m, m->g) != '*') return false;
    if (glob_at(m, m->g + 1) != '*') {
        m->star_g = ++m->g;
        m->star_p = m->p;
        return true;
    }
    bool is_at_start = m->g == 0 || m->glob.ptr[m->g - 1] == '/';
    while (glob_at(m, m->g) == '*') m->g++;
    m->is_deep_folders = is_at_start && glob_at(m, m->g) == '/';
    m->g += m->is_deep_folders;
    m->deep_g = m->g;
    m->deep_p = m->p;
    m->star_g = SIZE_MAX;
    return true;
}

/* Lets the last star hold more. False: none can. */
static bool retreat(matcher *m) {
    if (m->star_g != SIZE_MAX && m->path.ptr[m->star_p] != '/') {
        m->p = ++m->star_p;
        m->g = m->star_g;
        return true;
    }
    if (m->deep_g == SIZE_MAX) return false;
    m->star_g = SIZE_MAX;
    m->deep_p++;
    while (m->is_deep_folders && m->deep_p < m->path.len && m->path.ptr[m->deep_p - 1] != '/')
        m->deep_p++;
    if (m->deep_p > m->path.len) return false;
    m->p = m->deep_p;
    m->g = m->deep_g;
    return true;
}

static bool is_whole_match(cq_str glob, cq_str path) {
    matcher m = {.glob = glob, .path = path, .star_g = SIZE_MAX, .deep_g = SIZE_MAX};
    while (m.p < path.len)
        if (!read_star(&m) && !match_byte(&m) && !retreat(&m)) return false;
    while (glob_at(&m, m.g) == '*') m.g++;
    return m.g == glob.len;
}

/* Without the slashes at both ends; *is_anchored: one is at its start, or inside. */
static cq_str strip_slashes(cq_str glob, bool *is_anchored) {
    bool has_lead = glob.len && glob.ptr[0] == '/';
    if (has_lead) glob = cq_str_slice(glob, 1, glob.len);
    while (glob.len && glob.ptr[glob.len - 1] == '/') glob.len--;
    *is_anchored = has_lead || (glob.len && memchr(glob.ptr, '/', glob.len));
    return glob;
}

bool cq_glob_is_match(cq_str glob, cq_str path) {
    bool is_anchored;
    glob = strip_slashes(glob, &is_anchored);
    size_t start = 0;
    for (size_t at = 0; at <= path.len; at++) {
        if (at < path.len && path.ptr[at] != '/') continue;
        if (is_whole_match(glob, cq_str_slice(path, is_anchored ? 0 : start, at))) return true;
        start = at + 1;
    }
    return false;
}

bool cq_glob_check(cq_str glob, cq_err *err) {
    bool is_anchored;
    if (!strip_slashes(glob, &is_anchored).len)
        return cq_fail(err, CQ_EINVAL, "the pattern is empty");
    for (size_t i = 0; i < glob.len; i++) {
        size_t end = glob.ptr[i] == '[' ? find_bracket_end(glob, i) : i + 1;
        if (end == SIZE_MAX)
            return cq_fail(err, CQ_EINVAL, "'%.*s': the bracket does not close", CQ_FMT(glob));
        i = glob.ptr[i] == '\\' ? i + 1 : end - 1;
    }
    return true;
}

/* From the first star to behind the last one; where there is none, the empty end. */
static cq_str find_stars(cq_str glob) {
    const char *first = glob.len ? memchr(glob.ptr, '*', glob.len) : NULL;
    if (!first) return cq_str_slice(glob, glob.len, glob.len);
    return cq_str_slice(glob, (size_t)(first - glob.ptr), cq_str_find_last(glob, '*') + 1);
}

static bool ends_in_folders(cq_str glob, cq_str stars) {
    size_t behind = (size_t)(stars.ptr - glob.ptr) + stars.len;
    return cq_str_has_suffix(stars, CQ_STR("**")) && cq_str_byte_at(glob, behind) == '/';
}

/* The stars of both; "**" and a slash may stand for no folder, and then for no slash. */
static void find_both_stars(cq_str *stars, cq_str *others, cq_str from, cq_str to) {
    *stars = find_stars(from);
    *others = find_stars(to);
    bool has_slash = ends_in_folders(from, *stars) && ends_in_folders(to, *others);
    stars->len += has_slash;
    others->len += has_slash;
}

bool cq_glob_map(cq_str *out, cq_arena *arena, cq_str path, cq_str from, cq_str to) {
    cq_str stars, others;
    find_both_stars(&stars, &others, from, to);
    cq_str head = cq_str_slice(from, 0, (size_t)(stars.ptr - from.ptr));
    cq_str tail = cq_str_slice(from, head.len + stars.len, from.len);
    if (path.len < head.len + tail.len || !cq_str_has_prefix(path, head) ||
        !cq_str_has_suffix(path, tail) || !is_whole_match(from, path))
        return false;
    cq_str held = cq_str_slice(path, head.len, path.len - tail.len);
    cq_str end = cq_str_slice(to, (size_t)(others.ptr - to.ptr) + others.len, to.len);
    *out = cq_str_format(arena, "%.*s%.*s%.*s", (int)(others.ptr - to.ptr), to.ptr, CQ_FMT(held),
                         CQ_FMT(end));
    return true;
}

bool cq_glob_check_map(cq_str from, cq_str to, cq_err *err) {
    cq_str stars, others;
    find_both_stars(&stars, &others, from, to);
    for (const char *special = "?[\\"; *special; special++)
        if (memchr(from.ptr, *special, from.len) || memchr(to.ptr, *special, to.len))
            return cq_fail(err, CQ_EINVAL, "the patterns of a pair have stars, and not '%c'",
                           *special);
    if (!cq_str_is_equal(stars, others))
        return cq_fail(
            err, CQ_EINVAL,
            "source and target differ between their first and last stars ('%.*s', '%.*s')",
            CQ_FMT(stars), CQ_FMT(others));
    return true;
}
