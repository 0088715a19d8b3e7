#include "lua/rule_trigger.h"

#include "text/inflect.h"

#include <inttypes.h>
#include <stdlib.h>

enum { LONGEST_LEMMA = 40, LONGEST_PHRASE = 1 << 20, LARGEST_TABLE = 32 << 20 }; /* bytes */

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

/* A pattern being written anew. */
typedef struct expander {
    cq_trigger *out;
    cq_arena *arena;
    const cq_word_sets *sets;
    cq_buf phrase;
    cq_err *err;
} expander;

static bool expand(expander *e, cq_str text);

/* ~hold: its forms, in the place of the word. */
static bool expand_lemma(expander *e, cq_str lemma) {
    if (!is_lemma(lemma))
        return cq_fail(e->err, CQ_EINVAL,
                       "pattern \"%.*s\": behind ~ stands one word, in lower case and as the "
                       "dictionary has it",
                       CQ_FMT(e->out->pattern));
    if (e->out->lemma.len && e->out->replacement.len)
        return cq_fail(e->err, CQ_EINVAL, "pattern \"%.*s\": only one word may inflect",
                       CQ_FMT(e->out->pattern));
    if (!e->out->lemma.len) e->out->lemma = cq_str_dup(e->arena, lemma);
    cq_buf_push_str(&e->phrase, list_spellings(e->arena, lemma));
    return true;
}

static bool expand_set(expander *e, cq_str name) {
    if (e->phrase.len > LONGEST_PHRASE)
        return cq_fail(e->err, CQ_EINVAL, "pattern \"%.*s\": its words are more than %d MiB",
                       e->out->pattern.len < 200 ? (int)e->out->pattern.len : 200,
                       e->out->pattern.ptr, LONGEST_PHRASE >> 20);
    for (uint32_t i = 0; i < e->sets->len; i++)
        if (cq_str_is_equal(e->sets->at[i].name, name)) return expand(e, e->sets->at[i].choices);
    return cq_fail(e->err, CQ_EINVAL, "pattern \"%.*s\": there is no set '%.*s'",
                   CQ_FMT(e->out->pattern), CQ_FMT(name));
}

/* Bytes of a word from `at` on: up to what parts or ends items and choices. */
static size_t measure_word(cq_str text, size_t at) {
    size_t end = at;
    while (end < text.len && !strchr(" |)?{", text.ptr[end]))
        end += text.ptr[end] == '\\' && end + 1 < text.len ? 2 : 1;
    return (end < text.len ? end : text.len) - at;
}

/* Whether a choice begins behind text[i]: an item begins there, or the choice before it ends. */
static bool is_before_choice(cq_str text, size_t i, bool is_choice) {
    if (text.ptr[i] == ' ' || text.ptr[i] == '|' || text.ptr[i] == '&') return true;
    if (text.ptr[i] == '(') return is_choice;
    size_t name = i;
    while (name > 0 &&
           ((text.ptr[name - 1] >= 'a' && text.ptr[name - 1] <= 'z') || text.ptr[name - 1] == '_'))
        name--;
    return text.ptr[i] == '=' && name < i && (name == 0 || strchr(" (", text.ptr[name - 1]));
}

/* Appends `text`, with what stands for several words written out. */
static bool expand(expander *e, cq_str text) {
    bool is_choice = true;
    for (size_t i = 0; i < text.len;) {
        bool is_special = is_choice && i + 1 < text.len && is_letter(text.ptr[i + 1]) &&
                          (text.ptr[i] == '~' || text.ptr[i] == '@');
        size_t len = is_special ? 1 + measure_word(text, i + 1) : 1;
        cq_str word = cq_str_slice(text, i + 1, i + len);
        if (is_special) {
            if (!(text.ptr[i] == '~' ? expand_lemma(e, word) : expand_set(e, word))) return false;
        } else {
            if (text.ptr[i] == '\\' && i + 1 < text.len) len = 2;
            cq_buf_push_str(&e->phrase, cq_str_slice(text, i, i + len));
        }
        is_choice = len == 1 && is_before_choice(text, i, is_choice);
        i += len;
    }
    return true;
}

bool cq_rule_trigger_make(cq_trigger *out, cq_arena *arena, cq_str pattern, cq_str replacement,
                          const cq_word_sets *sets, cq_err *err) {
    expander e = {.out = out, .arena = arena, .sets = sets, .err = err};
    out->pattern = pattern;
    out->replacement = replacement;
    out->phrase = pattern;
    if (!memchr(pattern.ptr, '~', pattern.len) && !memchr(pattern.ptr, '@', pattern.len))
        return true;
    bool ok = expand(&e, pattern);
    out->phrase = cq_str_dup(arena, cq_buf_get(&e.phrase));
    cq_buf_release(&e.phrase);
    return ok;
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

static bool read_row(rows *out, cq_arena *arena, cq_str line, uint32_t number, cq_trigger_kind kind,
                     const cq_word_sets *sets, cq_err *err) {
    if (!cq_str_trim(line).len || line.ptr[0] == '#') return true;
    cq_str pattern = take_column(arena, &line);
    if (!pattern.len) return cq_fail(err, CQ_EINVAL, "the first column is empty");
    row *added = CQ_ARRAY_PUSH(arena, out);
    added->line = number;
    cq_str replacement = kind == CQ_TRIGGER_SWAP ? take_column(arena, &line) : CQ_STR("");
    if (!cq_rule_trigger_make(&added->trigger, arena, pattern, replacement, sets, err))
        return false;
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
            return cq_fail(err, CQ_EINVAL,
                           "%s:%" PRIu32 ": \"%.*s\" stands in line %" PRIu32 " already", path,
                           table->at[i].line, CQ_FMT(last->trigger.pattern), last->line);
        *CQ_ARRAY_PUSH(arena, out) = table->at[i].trigger;
    }
    return true;
}

bool cq_rule_trigger_read_table(cq_triggers *out, cq_arena *arena, const char *path,
                                cq_trigger_kind kind, const cq_word_sets *sets, cq_err *err) {
    cq_buf bytes = {0};
    cq_err reason;
    rows table = {0};
    if (!cq_io_read_file(&bytes, path, err)) return false;
    cq_str left = cq_str_dup(arena, cq_buf_get(&bytes));
    cq_buf_release(&bytes); /* the caller may raise */
    size_t before = arena->total;
    for (uint32_t number = 1; left.len; number++) {
        const char *end = memchr(left.ptr, '\n', left.len);
        size_t len = end ? (size_t)(end - left.ptr) : left.len;
        if (!read_row(&table, arena, cq_str_slice(left, 0, len), number, kind, sets, &reason))
            return cq_fail(err, CQ_EINVAL, "%s:%" PRIu32 ": %s", path, number, reason.message);
        if (arena->total - before > LARGEST_TABLE)
            return cq_fail(err, CQ_ELIMIT, "%s:%" PRIu32 ": up to here it takes more than %d MiB",
                           path, number, LARGEST_TABLE >> 20);
        left = cq_str_slice(left, len + 1, left.len);
    }
    return push_rows(out, arena, &table, path, err);
}
