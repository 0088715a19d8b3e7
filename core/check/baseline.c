#include "check/baseline.h"

#include "base/json.h"

#include <jansson.h>
#include <stdlib.h>

#define VERSION_KEY "calque-baseline"

enum {
    CONTEXT_WORDS = 3,   /* on each side */
    CONTEXT_BYTES = 120, /* at most */
    TEXT_BYTES = 200,    /* longer texts are shortened to about that */
    MOST_SIMILAR = 1000, /* entries of one rule and text that are looked through */
};

void cq_baseline_init(cq_baseline *baseline) {
    *baseline = (cq_baseline){0};
    cq_arena_init(&baseline->arena);
}

void cq_baseline_release(cq_baseline *baseline) {
    cq_arena_release(&baseline->arena);
    *baseline = (cq_baseline){0};
}

/* Entries ----------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A copy with each run of white space as one space, none at the ends. */
static cq_str squeeze(cq_arena *arena, cq_str s) {
    char *out = cq_arena_take(arena, s.len + 1);
    size_t len = 0;
    s = cq_str_trim(s);
    for (size_t i = 0; i < s.len; i++)
        if (!is_space(s.ptr[i]))
            out[len++] = s.ptr[i];
        else if (len && out[len - 1] != ' ')
            out[len++] = ' ';
    out[len] = '\0';
    return (cq_str){out, len};
}

static bool is_inside_character(cq_str s, size_t at) {
    return at < s.len && ((unsigned char)s.ptr[at] & 0xC0) == 0x80;
}

static cq_str shorten(cq_arena *arena, cq_str s) {
    if (s.len <= TEXT_BYTES) return s;
    size_t head = TEXT_BYTES / 2, tail = s.len - TEXT_BYTES / 2;
    while (is_inside_character(s, head)) head--;
    while (is_inside_character(s, tail)) tail++;
    return cq_str_format(arena, "%.*s … %.*s", (int)head, s.ptr, (int)(s.len - tail), s.ptr + tail);
}

static bool is_line_end(cq_str text, size_t at) {
    return text.ptr[at] == '\n' ||
           (text.ptr[at] == '\r' && (at + 1 == text.len || text.ptr[at + 1] != '\n'));
}

/* The words before `start`; a blank line ends them: what is beyond it is another paragraph. */
static cq_str take_before(cq_arena *arena, cq_str text, size_t start) {
    size_t at = start, words = 0, ends = 0;
    for (; at > 0 && start - at < CONTEXT_BYTES; at--) {
        bool is_space_before = is_space(text.ptr[at - 1]);
        if (is_space_before && at < start && !is_space(text.ptr[at])) words++;
        ends = is_space_before ? ends + is_line_end(text, at - 1) : 0;
        if (words == CONTEXT_WORDS || ends > 1) break;
    }
    while (at < start && is_inside_character(text, at)) at++;
    return squeeze(arena, cq_str_slice(text, at, start));
}

static cq_str take_after(cq_arena *arena, cq_str text, size_t end) {
    size_t at = end, words = 0, ends = 0;
    for (; at < text.len && at - end < CONTEXT_BYTES; at++) {
        bool is_space_here = is_space(text.ptr[at]);
        if (is_space_here && at > end && !is_space(text.ptr[at - 1])) words++;
        ends = is_space_here ? ends + is_line_end(text, at) : 0;
        if (words == CONTEXT_WORDS || ends > 1) break;
    }
    while (at > end && is_inside_character(text, at)) at--;
    return squeeze(arena, cq_str_slice(text, end, at));
}

static cq_baseline_entry make_entry(cq_arena *arena, const cq_source *source,
                                    const cq_finding *finding) {
    cq_str text = cq_str_slice(source->text, finding->at.start, finding->at.end);
    return (cq_baseline_entry){
        .rule = cq_str_dup(arena, finding->rule->id),
        .text = shorten(arena, squeeze(arena, text)),
        .before = take_before(arena, source->text, finding->at.start),
        .after = take_after(arena, source->text, finding->at.end),
        .count = 1,
    };
}

static int compare_entries(const void *left, const void *right) {
    const cq_baseline_entry *a = left, *b = right;
    int order = cq_str_compare(a->rule, b->rule);
    if (!order) order = cq_str_compare(a->text, b->text);
    if (!order) order = cq_str_compare(a->before, b->before);
    return order ? order : cq_str_compare(a->after, b->after);
}

/* Sorts, and makes one of those that are equal. */
static void settle_entries(cq_baseline_file *file) {
    cq_baseline_entry *at = file->entries.at;
    uint32_t kept = 0;
    if (!file->entries.len) return;
    qsort(at, file->entries.len, sizeof *at, compare_entries);
    for (uint32_t i = 0; i < file->entries.len; i++) {
        if (kept && compare_entries(&at[kept - 1], &at[i]) == 0)
            at[kept - 1].count += at[i].count;
        else
            at[kept++] = at[i];
    }
    file->entries.len = kept;
}

void cq_baseline_collect(cq_baseline_file *out, cq_arena *arena, cq_str path,
                         const cq_source *source, const cq_findings *findings) {
    *out = (cq_baseline_file){.path = cq_str_dup(arena, path)};
    for (uint32_t i = 0; i < findings->list.len; i++)
        *CQ_ARRAY_PUSH(arena, &out->entries) = make_entry(arena, source, &findings->list.at[i]);
    settle_entries(out);
}

static uint32_t find_equal(const cq_baseline_file *file, const cq_baseline_entry *wanted,
                           const uint32_t *left) {
    const cq_baseline_entry *entry = file->entries.len
                                         ? bsearch(wanted, file->entries.at, file->entries.len,
                                                   sizeof *file->entries.at, compare_entries)
                                         : NULL;
    uint32_t index = entry ? (uint32_t)(entry - file->entries.at) : UINT32_MAX;
    return entry && left[index] ? index : UINT32_MAX;
}

static bool is_same_words(cq_str a, cq_str b) {
    return a.len && cq_str_is_equal(a, b);
}

/* An entry that has the same words on one side: those on the other were edited. */
static uint32_t find_similar(const cq_baseline_file *file, const cq_baseline_entry *wanted,
                             const uint32_t *left) {
    uint32_t first = 0, end = file->entries.len;
    cq_baseline_entry least = {.rule = wanted->rule, .text = wanted->text};
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (compare_entries(&file->entries.at[middle], &least) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    for (uint32_t i = first; i < file->entries.len && i - first < MOST_SIMILAR; i++) {
        const cq_baseline_entry *entry = &file->entries.at[i];
        if (!cq_str_is_equal(entry->rule, wanted->rule) ||
            !cq_str_is_equal(entry->text, wanted->text))
            return UINT32_MAX;
        if (left[i] && (is_same_words(entry->before, wanted->before) ||
                        is_same_words(entry->after, wanted->after)))
            return i;
    }
    return UINT32_MAX;
}

/* One pass: drops the findings for which `find` has an entry. */
static void let_be(cq_findings *findings, cq_arena *arena, const cq_source *source,
                   const cq_baseline_file *file, uint32_t *left,
                   uint32_t (*find)(const cq_baseline_file *file, const cq_baseline_entry *wanted,
                                    const uint32_t *left)) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        cq_baseline_entry wanted = make_entry(arena, source, &findings->list.at[i]);
        uint32_t entry = find(file, &wanted, left);
        if (entry != UINT32_MAX)
            left[entry]--;
        else
            findings->list.at[kept++] = findings->list.at[i];
    }
    findings->list.len = kept;
}

/* Those that are equal first, so that no similar one takes their place. */
uint32_t *cq_baseline_apply(cq_findings *findings, cq_arena *arena, const cq_source *source,
                            const cq_baseline_file *file) {
    uint32_t *left = CQ_ARENA_NEW_ARRAY(arena, uint32_t, file->entries.len + 1u);
    for (uint32_t i = 0; i < file->entries.len; i++) left[i] = file->entries.at[i].count;
    let_be(findings, arena, source, file, left, find_equal);
    let_be(findings, arena, source, file, left, find_similar);
    return left;
}

/* Files ------------------------------------------------------------------- */

/* The first file whose path is not before `path`. */
static uint32_t find_place(const cq_baseline *baseline, cq_str path) {
    uint32_t first = 0, end = baseline->files.len;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (cq_str_compare(baseline->files.at[middle].path, path) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

const cq_baseline_file *cq_baseline_find(const cq_baseline *baseline, cq_str path) {
    uint32_t place = find_place(baseline, path);
    bool is_there =
        place < baseline->files.len && cq_str_is_equal(baseline->files.at[place].path, path);
    return is_there ? &baseline->files.at[place] : NULL;
}

void cq_baseline_drop(cq_baseline *baseline, cq_str path) {
    if (!cq_baseline_find(baseline, path)) return;
    CQ_ARRAY_SPLICE(&baseline->arena, &baseline->files, find_place(baseline, path), 1, 0);
}

void cq_baseline_put(cq_baseline *baseline, const cq_baseline_file *file) {
    cq_arena *arena = &baseline->arena;
    cq_baseline_drop(baseline, file->path);
    if (!file->entries.len) return;
    cq_baseline_file copy = {.path = cq_str_dup(arena, file->path)};
    for (uint32_t i = 0; i < file->entries.len; i++) {
        const cq_baseline_entry *entry = &file->entries.at[i];
        *CQ_ARRAY_PUSH(arena, &copy.entries) = (cq_baseline_entry){
            cq_str_dup(arena, entry->rule), cq_str_dup(arena, entry->text),
            cq_str_dup(arena, entry->before), cq_str_dup(arena, entry->after), entry->count};
    }
    uint32_t place = find_place(baseline, file->path);
    CQ_ARRAY_SPLICE(arena, &baseline->files, place, 0, 1);
    baseline->files.at[place] = copy;
}

/* Writing ----------------------------------------------------------------- */

static void push_entry(cq_buf *out, const cq_baseline_entry *entry) {
    cq_buf_push(out, '{');
    cq_json_push_str(out, "rule", entry->rule);
    cq_json_push_str(out, "text", entry->text);
    cq_json_push_str(out, "before", entry->before);
    cq_json_push_str(out, "after", entry->after);
    if (entry->count > 1) cq_json_push_number(out, "count", entry->count);
    cq_buf_push(out, '}');
}

void cq_baseline_push(cq_buf *out, const cq_baseline *baseline) {
    cq_buf_push_format(out, "{\"" VERSION_KEY "\": %d,\n \"files\": {", CQ_BASELINE_VERSION);
    for (uint32_t i = 0; i < baseline->files.len; i++) {
        const cq_baseline_file *file = &baseline->files.at[i];
        cq_buf_push_str(out, i ? CQ_STR(",\n  ") : CQ_STR("\n  "));
        cq_json_push_string(out, file->path);
        cq_buf_push_str(out, CQ_STR(": ["));
        for (uint32_t k = 0; k < file->entries.len; k++) {
            cq_buf_push_str(out, k ? CQ_STR(",\n   ") : CQ_STR("\n   "));
            push_entry(out, &file->entries.at[k]);
        }
        cq_buf_push(out, ']');
    }
    cq_buf_push_str(out, CQ_STR("}}\n"));
}

/* Reading ----------------------------------------------------------------- */

typedef struct reader {
    cq_baseline *out;
    const char *name;
    const char *path; /* of the file whose entries are read */
    size_t number;    /* of the entry, from 1 */
    cq_err *err;
} reader;

static bool fail_entry(const reader *r, const char *what) {
    return cq_fail(r->err, CQ_EINVAL, "%s: finding %zu of '%s' %s: the baseline is damaged",
                   r->name, r->number, r->path, what);
}

static bool read_text(cq_str *out, const reader *r, const json_t *entry, const char *key) {
    const json_t *value = json_object_get(entry, key);
    if (!json_is_string(value)) return fail_entry(r, "lacks a text that it should have");
    cq_str text = {json_string_value(value), json_string_length(value)};
    *out = cq_str_dup(&r->out->arena, text);
    return true;
}

static bool read_count(uint32_t *out, const reader *r, const json_t *entry) {
    const json_t *value = json_object_get(entry, "count");
    json_int_t count = value ? json_integer_value(value) : 1;
    if (count < 1 || count > UINT32_MAX / 2) return fail_entry(r, "has no good count");
    *out = (uint32_t)count;
    return true;
}

static bool read_entry(reader *r, cq_baseline_file *file, const json_t *value) {
    cq_baseline_entry entry;
    r->number++;
    if (!read_text(&entry.rule, r, value, "rule") || !read_text(&entry.text, r, value, "text") ||
        !read_text(&entry.before, r, value, "before") ||
        !read_text(&entry.after, r, value, "after") || !read_count(&entry.count, r, value))
        return false;
    *CQ_ARRAY_PUSH(&r->out->arena, &file->entries) = entry;
    return true;
}

static bool read_file(reader *r, const char *path, const json_t *list) {
    cq_baseline_file *file = CQ_ARRAY_PUSH(&r->out->arena, &r->out->files);
    size_t i;
    const json_t *value;
    r->path = path;
    r->number = 0;
    file->path = cq_str_dup(&r->out->arena, cq_str_of(path));
    if (!json_is_array(list))
        return cq_fail(r->err, CQ_EINVAL, "%s: '%s' has no list: the baseline is damaged", r->name,
                       path);
    json_array_foreach(list, i, value) if (!read_entry(r, file, value)) return false;
    settle_entries(file);
    return true;
}

static int compare_files(const void *left, const void *right) {
    const cq_baseline_file *a = left, *b = right;
    return cq_str_compare(a->path, b->path);
}

static bool read_root(reader *r, json_t *root) {
    const json_t *version = json_object_get(root, VERSION_KEY);
    json_t *files = json_object_get(root, "files");
    const char *path;
    json_t *list;
    if (!json_is_integer(version))
        return cq_fail(r->err, CQ_EINVAL, "%s: no baseline of calque's", r->name);
    if (json_integer_value(version) != CQ_BASELINE_VERSION)
        return cq_fail(r->err, CQ_EINVAL,
                       "%s: a baseline of version %lld; this calque reads version %d", r->name,
                       (long long)json_integer_value(version), CQ_BASELINE_VERSION);
    if (!json_is_object(files))
        return cq_fail(r->err, CQ_EINVAL, "%s: there are no files: the baseline is damaged",
                       r->name);
    json_object_foreach(files, path, list) if (!read_file(r, path, list)) return false;
    if (r->out->files.len)
        qsort(r->out->files.at, r->out->files.len, sizeof *r->out->files.at, compare_files);
    return true;
}

bool cq_baseline_read(cq_baseline *out, cq_str bytes, const char *name, cq_err *err) {
    json_error_t error;
    reader r = {.out = out, .name = name, .err = err};
    json_t *root = json_loadb(bytes.ptr, bytes.len, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        return cq_fail(err, CQ_EINVAL, "%s:%d:%d: %s: the baseline is damaged", name, error.line,
                       error.column, error.text);
    cq_baseline_init(out);
    bool ok = read_root(&r, root);
    json_decref(root);
    if (!ok) cq_baseline_release(out);
    return ok;
}
