#include "lua/table_place.h"

#include <stdio.h>
#include <stdlib.h>

#define DEEPEST 50 /* tables in tables; what lies deeper has no place */

typedef enum lexeme_kind { LEXEME_END, LEXEME_NAME, LEXEME_STRING, LEXEME_OTHER } lexeme_kind;

typedef struct lexeme {
    lexeme_kind kind;
    cq_str text; /* a string's content, its escapes as they are */
    uint32_t line;
} lexeme;

typedef struct reader {
    cq_table_places *out;
    cq_arena *arena;
    cq_str text;
    size_t at;
    uint32_t line; /* of `at` */
    lexeme next;
} reader;

/* Lexemes ----------------------------------------------------------------- */

static char byte_at(const reader *r, size_t at) {
    return at < r->text.len ? r->text.ptr[at] : '\0';
}

static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static void skip_to(reader *r, size_t end) {
    if (end > r->text.len) end = r->text.len;
    for (; r->at < end; r->at++) r->line += r->text.ptr[r->at] == '\n';
}

/* The level of the long bracket at `at`: 1 for "[[", 2 for "[=["; 0: there is none. */
static size_t measure_bracket(const reader *r, size_t at) {
    size_t level = 1;
    if (byte_at(r, at) != '[') return 0;
    while (byte_at(r, at + level) == '=') level++;
    return byte_at(r, at + level) == '[' ? level : 0;
}

/* Where the long bracket that opens at `at` closes, before its "]". */
static size_t find_bracket_close(const reader *r, size_t at, size_t level) {
    for (at += level + 1; at < r->text.len; at++) {
        size_t i = 1;
        if (r->text.ptr[at] != ']') continue;
        while (i < level && byte_at(r, at + i) == '=') i++;
        if (i == level && byte_at(r, at + i) == ']') return at;
    }
    return r->text.len;
}

static void skip_comment(reader *r) {
    size_t level = measure_bracket(r, r->at + 2);
    if (level) {
        skip_to(r, find_bracket_close(r, r->at + 2, level) + level + 1);
        return;
    }
    while (r->at < r->text.len && r->text.ptr[r->at] != '\n') r->at++;
}

static void skip_blanks(reader *r) {
    while (r->at < r->text.len) {
        if (byte_at(r, r->at) == '-' && byte_at(r, r->at + 1) == '-')
            skip_comment(r);
        else if ((unsigned char)r->text.ptr[r->at] <= ' ')
            skip_to(r, r->at + 1);
        else
            return;
    }
}

static void read_string(reader *r) {
    char quote = r->text.ptr[r->at];
    size_t start = r->at + 1, end = start;
    while (end < r->text.len && r->text.ptr[end] != quote) end += r->text.ptr[end] == '\\' ? 2 : 1;
    r->next.kind = LEXEME_STRING;
    r->next.text = cq_str_slice(r->text, start, end);
    skip_to(r, end + 1);
}

static void read_long_string(reader *r, size_t level) {
    size_t end = find_bracket_close(r, r->at, level);
    r->next.kind = LEXEME_STRING;
    r->next.text = cq_str_slice(r->text, r->at + level + 1, end);
    skip_to(r, end + level + 1);
}

static void advance(reader *r) {
    skip_blanks(r);
    r->next = (lexeme){LEXEME_END, CQ_STR(""), r->line};
    if (r->at >= r->text.len) return;
    char c = r->text.ptr[r->at];
    size_t start = r->at, level = measure_bracket(r, r->at);
    if (c == '"' || c == '\'') {
        read_string(r);
    } else if (level) {
        read_long_string(r, level);
    } else {
        r->next.kind = is_name_byte(c) ? LEXEME_NAME : LEXEME_OTHER;
        do r->at++;
        while (r->next.kind == LEXEME_NAME && is_name_byte(byte_at(r, r->at)));
        r->next.text = cq_str_slice(r->text, start, r->at);
    }
}

static bool is_sign(const reader *r, char sign) {
    return r->next.kind == LEXEME_OTHER && r->next.text.ptr[0] == sign;
}

static bool is_word(const reader *r, const char *word) {
    return r->next.kind == LEXEME_NAME && cq_str_is_equal(r->next.text, cq_str_of(word));
}

/* Tables ------------------------------------------------------------------ */

static cq_str join(reader *r, cq_str path, cq_str key) {
    if (!path.len) return cq_str_dup(r->arena, key);
    return cq_str_format(r->arena, "%.*s%c%.*s", CQ_FMT(path), CQ_TABLE_PLACE_JOINT, CQ_FMT(key));
}

static void note(reader *r, cq_str path, uint32_t line) {
    uint32_t rank = r->out->len;
    *CQ_ARRAY_PUSH(r->arena, r->out) = (cq_table_place){path, line, rank};
}

static void read_table(reader *r, cq_str path, int depth);

/* How much deeper in brackets and bodies of functions one is behind the next lexeme. */
static int measure_step(const reader *r) {
    static const char *const openers[] = {"function", "do", "if", "repeat"};
    if (is_sign(r, '(') || is_sign(r, '[') || is_sign(r, '{')) return 1;
    if (is_sign(r, ')') || is_sign(r, ']') || is_sign(r, '}')) return -1;
    if (is_word(r, "end") || is_word(r, "until")) return -1;
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (is_word(r, openers[i])) return 1;
    return 0;
}

/* Reads on to the comma, semicolon or brace behind a value. */
static void skip_value(reader *r) {
    for (int depth = 0; r->next.kind != LEXEME_END; advance(r)) {
        if (depth == 0 && (is_sign(r, ',') || is_sign(r, ';') || is_sign(r, '}'))) return;
        depth += measure_step(r);
    }
}

static void read_value(reader *r, cq_str path, uint32_t line, int depth) {
    note(r, path, line);
    if (is_sign(r, '{') && depth < DEEPEST) read_table(r, path, depth + 1);
    skip_value(r);
}

/* A field that begins with a bracket: "[key] = value". Only a key that is a string has a place. */
static void read_bracketed(reader *r, cq_str path, int depth) {
    uint32_t line = r->next.line;
    advance(r);
    lexeme key = r->next;
    while (r->next.kind != LEXEME_END && !is_sign(r, '=')) advance(r);
    advance(r);
    if (key.kind == LEXEME_STRING)
        read_value(r, join(r, path, key.text), line, depth);
    else
        skip_value(r);
}

/* A field that begins with a name: "key = value", or a value. */
static bool read_named(reader *r, cq_str path, int depth) {
    lexeme key = r->next;
    reader before = *r;
    advance(r);
    if (!is_sign(r, '=') || byte_at(r, r->at) == '=') {
        *r = before;
        return false;
    }
    advance(r);
    read_value(r, join(r, path, key.text), key.line, depth);
    return true;
}

/* `next` is the brace that opens it; afterwards what is behind the one that closes it. */
static void read_table(reader *r, cq_str path, int depth) {
    unsigned items = 0;
    advance(r);
    while (r->next.kind != LEXEME_END && !is_sign(r, '}')) {
        char number[16];
        if (is_sign(r, ',') || is_sign(r, ';')) {
            advance(r);
        } else if (is_sign(r, '[')) {
            read_bracketed(r, path, depth);
        } else if (r->next.kind != LEXEME_NAME || !read_named(r, path, depth)) {
            snprintf(number, sizeof number, "%u", ++items);
            read_value(r, join(r, path, cq_str_of(number)), r->next.line, depth);
        }
    }
    advance(r);
}

static int compare_places(const void *left, const void *right) {
    const cq_table_place *a = left, *b = right;
    int order = cq_str_compare(a->path, b->path);
    return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

void cq_table_place_find(cq_table_places *out, cq_arena *arena, cq_str text) {
    reader r = {.out = out, .arena = arena, .text = text, .line = 1};
    advance(&r);
    while (r.next.kind != LEXEME_END)
        if (is_sign(&r, '{'))
            read_table(&r, CQ_STR(""), 0);
        else
            advance(&r);
    if (out->len) qsort(out->at, out->len, sizeof *out->at, compare_places);
}

/* The last of those of a path. */
static const cq_table_place *find_path(const cq_table_places *places, cq_str path) {
    uint32_t first = 0, end = places->len;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (cq_str_compare(places->at[middle].path, path) <= 0)
            first = middle + 1;
        else
            end = middle;
    }
    bool is_there = first > 0 && cq_str_is_equal(places->at[first - 1].path, path);
    return is_there ? &places->at[first - 1] : NULL;
}

const cq_table_place *cq_table_place_of(const cq_table_places *places, cq_str path) {
    for (;;) {
        const cq_table_place *place = find_path(places, path);
        size_t joint = cq_str_find_last(path, CQ_TABLE_PLACE_JOINT);
        if (place || !path.len) return place;
        path.len = joint == SIZE_MAX ? 0 : joint;
    }
}
