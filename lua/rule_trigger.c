#include "lua/rule_trigger.h"

#include "text/inflect.h"

#include <inttypes.h>
#include <stdlib.h>

enum { LONGEST_LEMMA = 40 }; /* bytes */

static bool is_lemma(cq_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!(s.ptr[i] >= 'a' && s.ptr[i] <= 'z') && !(s.ptr[i] == '-' && i > 0)) return false;
    return s.len > 1 && s.len <= LONGEST_LEMMA && s.ptr[s.len - 1] != '-';
}

static bool has_spelling(const cq_strs *spellings, cq_str s) {
    for (uint32_t i = 0; i < spellings->len; i++)
        if (cq_str_is_equal(spellings->at[i], s)) return true;
    return false;
}

/* "hold|holds|held|holding" */
static cq_str list_spellings(cq_arena *arena, cq_str lemma) {
    cq_strs spellings = {0};
    cq_str list = CQ_STR("");
    for (int form = 0; form < CQ_INFLECTION_COUNT; form++) {
        cq_str made[CQ_INFLECT_MOST];
        unsigned count = cq_inflect_make(made, arena, lemma, (cq_inflection)form);
        for (unsigned i = 0; i < count; i++) {
            if (has_spelling(&spellings, made[i])) continue;
            *CQ_ARRAY_PUSH(arena, &spellings) = made[i];
            list = cq_str_format(arena, "%.*s%s%.*s", CQ_FMT(list), list.len ? "|" : "",
                                 CQ_FMT(made[i]));
        }
    }
    return list;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* An element of the pattern; ~ without a word behind it is itself. */
static bool add_element(cq_trigger *out, cq_arena *arena, cq_str element, cq_err *err) {
    bool is_optional = element.len > 1 && element.ptr[element.len - 1] == '?' &&
                       element.ptr[element.len - 2] != '\\';
    out->has_optional = out->has_optional || is_optional;
    if (element.len > 1 && element.ptr[0] == '~' && is_letter(element.ptr[1])) {
        cq_str lemma = cq_str_slice(element, 1, element.len);
        if (!is_lemma(lemma))
            return cq_fail(err, CQ_EINVAL,
                           "pattern \"%.*s\": behind ~ stands one word, in lower case and as the "
                           "dictionary has it",
                           CQ_FMT(out->pattern));
        if (out->lemma.len && out->replacement.len)
            return cq_fail(err, CQ_EINVAL, "pattern \"%.*s\": only one word may inflect",
                           CQ_FMT(out->pattern));
        if (!out->lemma.len) out->lemma = cq_str_dup(arena, lemma);
        element = list_spellings(arena, lemma);
    }
    out->phrase = cq_str_format(arena, "%.*s%s%.*s", CQ_FMT(out->phrase),
                                out->phrase.len ? " " : "", CQ_FMT(element));
    return true;
}

bool cq_rule_trigger_make(cq_trigger *out, cq_arena *arena, cq_str pattern, cq_str replacement,
                          cq_err *err) {
    out->pattern = pattern;
    out->replacement = replacement;
    out->phrase = pattern;
    cq_str left = cq_str_trim(pattern);
    if (!memchr(pattern.ptr, '~', pattern.len) && !memchr(pattern.ptr, '?', pattern.len))
        return true;
    out->phrase = CQ_STR("");
    while (left.len) {
        size_t len = 0;
        while (len < left.len && left.ptr[len] != ' ')
            len += left.ptr[len] == '\\' && len + 1 < left.len ? 2 : 1;
        if (!add_element(out, arena, cq_str_slice(left, 0, len), err)) return false;
        left = cq_str_trim(cq_str_slice(left, len, left.len));
    }
    return true;
}

/* ---- Tables ---- */

/* A line of a table, and its number. */
typedef struct row {
    cq_trigger trigger;
    uint32_t line;
} row;

typedef CQ_ARRAY(row) rows;

/* Takes the first column off `line`. */
static cq_str take_column(cq_arena *arena, cq_str *line) {
    const char *tab = line->len ? memchr(line->ptr, '\t', line->len) : NULL;
    size_t len = tab ? (size_t)(tab - line->ptr) : line->len;
    cq_str column = cq_str_trim(cq_str_slice(*line, 0, len));
    *line = cq_str_slice(*line, len + 1, line->len);
    return cq_str_dup(arena, column);
}

static bool read_row(rows *out, cq_arena *arena, cq_str line, uint32_t number,
                     cq_trigger_kind kind, cq_err *err) {
    if (!cq_str_trim(line).len || line.ptr[0] == '#') return true;
    cq_str pattern = take_column(arena, &line);
    if (!pattern.len) return cq_fail(err, CQ_EINVAL, "the first column is empty");
    row *added = CQ_ARRAY_PUSH(arena, out);
    added->line = number;
    cq_str replacement = kind == CQ_TRIGGER_SWAP ? take_column(arena, &line) : CQ_STR("");
    if (!cq_rule_trigger_make(&added->trigger, arena, pattern, replacement, err)) return false;
    added->trigger.kind = replacement.len ? CQ_TRIGGER_SWAP : CQ_TRIGGER_FORBID;
    added->trigger.message = take_column(arena, &line);
    if (line.len) return cq_fail(err, CQ_EINVAL, "there are too many columns");
    return true;
}

static int compare_rows(const void *left, const void *right) {
    const row *a = left, *b = right;
    int order = cq_str_compare(a->trigger.pattern, b->trigger.pattern);
    return order ? order : (a->line > b->line) - (a->line < b->line);
}

static bool push_rows(cq_triggers *out, cq_arena *arena, rows *table, const char *path,
                      cq_err *err) {
    if (!table->len) return cq_fail(err, CQ_EINVAL, "%s: there is nothing in it", path);
    qsort(table->at, table->len, sizeof *table->at, compare_rows);
    for (uint32_t i = 0; i < table->len; i++) {
        const row *last = i ? &table->at[i - 1] : NULL;
        if (last && cq_str_is_equal(last->trigger.pattern, table->at[i].trigger.pattern))
            return cq_fail(err, CQ_EINVAL, "%s:%" PRIu32 ": \"%.*s\" stands in line %" PRIu32
                                           " already",
                           path, table->at[i].line, CQ_FMT(last->trigger.pattern), last->line);
        *CQ_ARRAY_PUSH(arena, out) = table->at[i].trigger;
    }
    return true;
}

bool cq_rule_trigger_read_table(cq_triggers *out, cq_arena *arena, const char *path,
                                cq_trigger_kind kind, cq_err *err) {
    cq_buf bytes = {0};
    cq_err reason;
    rows table = {0};
    if (!cq_io_read_file(&bytes, path, err)) return false;
    cq_str left = cq_str_dup(arena, cq_buf_get(&bytes));
    cq_buf_release(&bytes); /* the caller may raise */
    for (uint32_t number = 1; left.len; number++) {
        const char *end = memchr(left.ptr, '\n', left.len);
        size_t len = end ? (size_t)(end - left.ptr) : left.len;
        if (!read_row(&table, arena, cq_str_slice(left, 0, len), number, kind, &reason))
            return cq_fail(err, CQ_EINVAL, "%s:%" PRIu32 ": %s", path, number, reason.message);
        left = cq_str_slice(left, len + 1, left.len);
    }
    return push_rows(out, arena, &table, path, err);
}
