#include "check/glossary.h"

#include "base/utf8.h"
#include "text/function_word.h"
#include "text/inflect.h"

#include <inttypes.h>

/* CSV --------------------------------------------------------------------- */

typedef struct csv_reader {
    cq_arena *arena;
    cq_str left;
    char separator;
    uint32_t line; /* of the row that is read */
    cq_err *err;
} csv_reader;

static bool fail_row(const csv_reader *r, const char *what) {
    return cq_fail(r->err, CQ_EINVAL, "%" PRIu32 ": %s", r->line, what);
}

static char next_of(const csv_reader *r) {
    return r->left.len ? r->left.ptr[0] : '\n';
}

static void skip(csv_reader *r) {
    r->left = cq_str_slice(r->left, 1, r->left.len);
}

/* Reads a field in quotation marks; two of them stand for one. */
static bool read_quoted(csv_reader *r, cq_buf *field, uint32_t *breaks) {
    for (skip(r); r->left.len; skip(r)) {
        if (next_of(r) == '"') {
            skip(r);
            if (!r->left.len || next_of(r) != '"') return true;
        }
        *breaks += next_of(r) == '\n';
        cq_buf_push(field, next_of(r));
    }
    return fail_row(r, "a quotation mark is not closed");
}

static bool read_field(cq_str *out, csv_reader *r, uint32_t *breaks) {
    cq_buf field = {0};
    bool ok = next_of(r) != '"' || read_quoted(r, &field, breaks);
    while (ok && r->left.len && next_of(r) != r->separator && next_of(r) != '\n') {
        cq_buf_push(&field, next_of(r));
        skip(r);
    }
    *out = cq_str_trim(cq_str_dup(r->arena, cq_buf_get(&field)));
    cq_buf_release(&field);
    return ok;
}

/* The next row; r->line is where it begins, *breaks how many lines it has. */
static bool read_row(cq_strs *out, csv_reader *r, uint32_t *breaks) {
    out->len = 0;
    *breaks = 1;
    for (;;) {
        if (!read_field(CQ_ARRAY_PUSH(r->arena, out), r, breaks)) return false;
        bool is_end = next_of(r) == '\n';
        skip(r);
        if (is_end) return true;
    }
}

/* The first line shows which mark parts the columns. */
static char find_separator(cq_str csv) {
    for (size_t i = 0; i < csv.len && csv.ptr[i] != '\n'; i++)
        if (strchr(",;\t", csv.ptr[i])) return csv.ptr[i];
    return ',';
}

/* Terms ------------------------------------------------------------------- */

/* A phrase as the file has it. */
typedef struct given {
    cq_str phrase;
    uint32_t term;
    bool is_avoided;
} given;

typedef struct builder {
    cq_glossary *out;
    cq_intern *words;
    csv_reader csv;
    CQ_ARRAY(given) given;
    uint32_t target, avoid; /* columns; of `avoid` UINT32_MAX: there is none */
} builder;

static uint32_t find_column(const cq_strs *names, cq_str name) {
    for (uint32_t i = 0; i < names->len; i++)
        if (cq_str_is_equal(names->at[i], name)) return i;
    return UINT32_MAX;
}

/* A phrase as a pattern of its tokens, each taken literally. */
static cq_str make_pattern(builder *b, cq_str phrase) {
    cq_buf pattern = {0};
    cq_tokens tokens = {0};
    cq_block block = {.text = phrase};
    cq_token_read(&tokens, &b->out->arena, b->words, &block, CQ_STR("en"));
    for (uint32_t i = 0; i < tokens.len; i++) {
        cq_str word = cq_intern_text(b->words, tokens.at[i].word);
        if (i) cq_buf_push(&pattern, ' ');
        for (size_t k = 0; k < word.len; k++) { /* "{{ name }}" is one token with spaces in it */
            if (word.ptr[k] < 'a' || word.ptr[k] > 'z') cq_buf_push(&pattern, '\\');
            cq_buf_push(&pattern, word.ptr[k]);
        }
    }
    cq_str made = cq_str_dup(&b->out->arena, cq_buf_get(&pattern));
    cq_buf_release(&pattern);
    return made;
}

static bool add_pattern(builder *b, cq_str phrase, cq_glossary_owner owner) {
    cq_err reason;
    if (!cq_phrase_add(b->out->phrases, make_pattern(b, phrase), b->out->owners.len, &reason))
        return fail_row(&b->csv, reason.message);
    *CQ_ARRAY_PUSH(&b->out->arena, &b->out->owners) = owner;
    return true;
}

static bool add_phrase(builder *b, cq_str phrase, bool is_avoided) {
    uint32_t term = b->out->terms.len - 1;
    phrase = cq_str_trim(phrase);
    if (!phrase.len) return true;
    *CQ_ARRAY_PUSH(&b->out->arena, &b->given) = (given){phrase, term, is_avoided};
    return add_pattern(b, phrase, (cq_glossary_owner){term, is_avoided, false});
}

static cq_str get_field(const cq_strs *row, uint32_t column) {
    return column < row->len ? row->at[column] : CQ_STR("");
}

/* The term and what is to be avoided go into the automaton, so that the longer one wins. */
static bool add_term(builder *b, const cq_strs *row) {
    cq_str target = get_field(row, b->target), avoid = get_field(row, b->avoid);
    if (row->len == 1 && !row->at[0].len) return true; /* an empty line */
    if (!target.len) return fail_row(&b->csv, "there is no term in column 'target'");
    *CQ_ARRAY_PUSH(&b->out->arena, &b->out->terms) =
        (cq_term){.target = target, .line = b->csv.line};
    if (!add_phrase(b, target, false)) return false;
    while (avoid.len) {
        const char *bar = memchr(avoid.ptr, '|', avoid.len);
        size_t len = bar ? (size_t)(bar - avoid.ptr) : avoid.len;
        if (!add_phrase(b, cq_str_slice(avoid, 0, len), true)) return false;
        avoid = cq_str_slice(avoid, len + 1, avoid.len);
    }
    return true;
}

/* Plurals ----------------------------------------------------------------- */

/* In "right of way" it is not the last word that has the plural. */
static bool has_function_word(builder *b, cq_str phrase, const bool *is_function_word) {
    cq_tokens tokens = {0};
    cq_block block = {.text = phrase};
    cq_token_read(&tokens, &b->out->arena, b->words, &block, CQ_STR("en"));
    for (uint32_t i = 0; i < tokens.len; i++)
        if (is_function_word[tokens.at[i].word]) return true;
    return false;
}

static cq_str get_last_word(cq_str phrase) {
    size_t start = phrase.len;
    while (start && phrase.ptr[start - 1] >= 'a' && phrase.ptr[start - 1] <= 'z') start--;
    return cq_str_slice(phrase, start, phrase.len);
}

/* Empty where it cannot be told: behind a name, a number, another script, and in what may be a plural itself. */
static cq_str make_plural(builder *b, cq_str phrase, const bool *is_function_word) {
    enum { LEAST_BYTES = 3 };
    cq_str last = get_last_word(phrase), forms[CQ_INFLECT_MOST];
    size_t start = phrase.len - last.len;
    bool is_whole = !start || phrase.ptr[start - 1] == ' ' || phrase.ptr[start - 1] == '-';
    if (!is_whole || last.len < LEAST_BYTES || last.ptr[last.len - 1] == 's' ||
        has_function_word(b, phrase, is_function_word) ||
        !cq_inflect_make(forms, &b->out->arena, last, CQ_INFLECTION_S))
        return CQ_STR("");
    cq_buf plural = {0};
    cq_buf_push_str(&plural, cq_str_slice(phrase, 0, start));
    cq_buf_push_str(&plural, forms[0]);
    cq_str made = cq_str_dup(&b->out->arena, cq_buf_get(&plural));
    cq_buf_release(&plural);
    return made;
}

/* A term goes before what is said for it, so that its plural is known by then. */
static bool add_plurals(builder *b) {
    const bool *is_function_word = cq_function_word_mark(&b->out->arena, b->words, CQ_STR("en"));
    for (uint32_t i = 0; i < b->given.len; i++) {
        const given *one = &b->given.at[i];
        cq_term *term = &b->out->terms.at[one->term];
        cq_str plural = make_plural(b, one->phrase, is_function_word);
        if (!one->is_avoided) term->plural = plural;
        if (!plural.len || !term->plural.len) continue;
        b->csv.line = term->line;
        if (!add_pattern(b, plural, (cq_glossary_owner){one->term, one->is_avoided, true}))
            return false;
    }
    return true;
}

static bool read_rows(builder *b) {
    cq_strs row = {0};
    uint32_t breaks;
    if (!read_row(&row, &b->csv, &breaks)) return false;
    b->target = find_column(&row, CQ_STR("target"));
    b->avoid = find_column(&row, CQ_STR("avoid"));
    if (b->target == UINT32_MAX)
        return fail_row(&b->csv, "the first line names the columns, and there is no 'target'");
    for (b->csv.line += breaks; b->csv.left.len; b->csv.line += breaks)
        if (!read_row(&row, &b->csv, &breaks) || !add_term(b, &row)) return false;
    return true;
}

/* A file in another encoding would be read without an error, and some of its terms never found. */
static bool check_encoding(cq_str csv, cq_err *err) {
    size_t invalid = cq_utf8_find_invalid(csv);
    uint32_t line = 1;
    if (invalid == SIZE_MAX) return true;
    for (size_t i = 0; i < invalid; i++) line += csv.ptr[i] == '\n';
    return cq_fail(err, CQ_EINVAL, "%" PRIu32 ": not valid UTF-8", line);
}

bool cq_glossary_read(cq_glossary *out, cq_intern *words, cq_str csv, cq_err *err) {
    *out = (cq_glossary){0};
    if (!check_encoding(csv, err)) return false;
    cq_arena_init(&out->arena);
    if (cq_str_has_prefix(csv, CQ_STR("\xEF\xBB\xBF"))) csv = cq_str_slice(csv, 3, csv.len);
    builder b = {.out = out, .words = words};
    b.csv = (csv_reader){&out->arena, csv, find_separator(csv), 1, err};
    out->phrases = cq_phrase_new(&out->arena, words);
    if (read_rows(&b) && add_plurals(&b)) return true;
    cq_glossary_release(out);
    return false;
}

void cq_glossary_release(cq_glossary *glossary) {
    cq_arena_release(&glossary->arena);
    *glossary = (cq_glossary){0};
}

/* Finding ----------------------------------------------------------------- */

/* Whether hit `a` goes before `b`, which begins at the same token. */
static bool is_better(const cq_glossary *glossary, const cq_phrase_hit *a, const cq_phrase_hit *b) {
    const cq_glossary_owner *of_a = &glossary->owners.at[a->owner];
    const cq_glossary_owner *of_b = &glossary->owners.at[b->owner];
    if (a->end != b->end) return a->end > b->end;
    if (of_a->is_plural != of_b->is_plural) return of_b->is_plural;
    return of_a->is_avoided && !of_b->is_avoided;
}

/* English is what a text is in where nothing says what it is in. */
static bool is_english(cq_str language) {
    return !language.len || (cq_str_has_prefix(language, CQ_STR("en")) &&
                             (language.len == 2 || language.ptr[2] == '-'));
}

/* The plurals are English ones. */
static bool counts(const cq_glossary *glossary, const cq_phrase_hit *hit, const cq_doc *doc) {
    if (!glossary->owners.at[hit->owner].is_plural) return true;
    const cq_block *block = &doc->blocks.at[doc->sentences.at[hit->sentence].block];
    return is_english(cq_doc_language_of(doc, block));
}

void cq_glossary_find(cq_glossary_hits *out, cq_arena *arena, const cq_glossary *glossary,
                      cq_doc *doc) {
    cq_phrase_hits hits = {0};
    uint32_t end = 0;
    if (!glossary->phrases) return;
    cq_phrase_scan(&hits, arena, glossary->phrases, doc, 0, doc->sentences.len, true, NULL);
    for (uint32_t i = 0, next; i < hits.len; i = next) {
        const cq_phrase_hit *best = NULL;
        for (next = i; next < hits.len && hits.at[next].first == hits.at[i].first; next++)
            if (counts(glossary, &hits.at[next], doc) &&
                (!best || is_better(glossary, &hits.at[next], best)))
                best = &hits.at[next];
        if (!best || best->first < end) continue;
        end = best->end;
        const cq_glossary_owner *owner = &glossary->owners.at[best->owner];
        if (owner->is_avoided)
            *CQ_ARRAY_PUSH(arena, out) = (cq_glossary_hit){owner->term, best->sentence, best->first,
                                                           best->end, owner->is_plural};
    }
}
