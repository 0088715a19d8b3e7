#include "lua/stock/code.h"

#include <ctype.h>
#include <stdio.h>

/* Fields that the stock knows. A check that reads one of them finds no use for a 0. */
static const char *const left_out[] = {
    "summary", "why",     "level", "mqm",        "measured", "source", "scope", "trigger", "swap",
    "forbid",  "message", "safe",  "vocabulary", "formerly", "bad",    "good",  "pair",    NULL};

/* What a reading of the text has come to. A token is a name, a number, a string, or one character. */
typedef struct code_reader {
    cq_buf *out;
    cq_str text;
    size_t at;          /* behind the token */
    cq_str token, last; /* last: the one before it */
    int depth, rule;    /* brackets that are open; in the rule's own table: 0, not there yet */
    bool keeps_fields;  /* all of them are left in */
    bool is_skipping;   /* the token is in a field that is left out */
} code_reader;

static char byte_at(const code_reader *reader, size_t at) {
    return cq_str_byte_at(reader->text, at);
}

/* Bytes of the long bracket that opens at `at`, [[ or [==[, and of all up to its end; 0: there is none. */
static size_t measure_long(const code_reader *reader, size_t at) {
    char close[64];
    size_t level = 0;
    while (byte_at(reader, at + 1 + level) == '=') level++;
    if (byte_at(reader, at) != '[' || byte_at(reader, at + 1 + level) != '[' || level > 60)
        return 0;
    memset(close, '=', sizeof close);
    close[0] = close[level + 1] = ']';
    cq_str rest = cq_str_slice(reader->text, at, reader->text.len);
    size_t end = cq_str_find(rest, (cq_str){close, level + 2});
    return end == SIZE_MAX ? rest.len : end + level + 2;
}

static size_t measure_remark(const code_reader *reader, size_t at) {
    if (byte_at(reader, at) != '-' || byte_at(reader, at + 1) != '-') return 0;
    size_t len = measure_long(reader, at + 2);
    if (len) return len + 2;
    while (at + len < reader->text.len && byte_at(reader, at + len) != '\n') len++;
    return len;
}

static size_t measure_string(const code_reader *reader, size_t at) {
    char quote = byte_at(reader, at);
    size_t end = at + 1;
    while (end < reader->text.len && byte_at(reader, end) != quote)
        end += byte_at(reader, end) == '\\' ? 2 : 1;
    return end + 1 - at;
}

static bool is_word(char c) {
    return isalnum((unsigned char)c) || c == '_';
}

/* Numbers with a point are two words and a point, which stay as close as they are. */
static size_t measure_token(const code_reader *reader, size_t at) {
    char c = byte_at(reader, at);
    size_t len = measure_long(reader, at);
    if (len) return len;
    if (c == '"' || c == '\'') return measure_string(reader, at);
    while (is_word(byte_at(reader, at + len))) len++;
    return len ? len : 1;
}

static void push_newlines(code_reader *reader, cq_str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '\n') cq_buf_push(reader->out, '\n');
}

/* Leaves out what stands before the next token, but for its line ends. */
static void skip_gap(code_reader *reader) {
    size_t start = reader->at;
    for (;;) {
        size_t remark = measure_remark(reader, reader->at);
        if (remark)
            reader->at += remark;
        else if (reader->at < reader->text.len &&
                 isspace((unsigned char)byte_at(reader, reader->at)))
            reader->at++;
        else
            break;
    }
    cq_str gap = cq_str_slice(reader->text, start, reader->at);
    size_t before = reader->out->len;
    push_newlines(reader, gap);
    if (gap.len && reader->out->len == before && !reader->is_skipping)
        cq_buf_push(reader->out, ' ');
}

static bool is(cq_str token, const char *what) {
    return cq_str_is_equal(token, cq_str_of(what));
}

static bool is_left_out(cq_str name) {
    return cq_str_is_any(name, left_out);
}

/* A rule may speak of its own table. */
static bool is_asked_for(cq_str text) {
    char field[32];
    for (const char *const *name = left_out; *name; name++) {
        snprintf(field, sizeof field, "rule.%s", *name);
        if (cq_str_find(text, cq_str_of(field)) != SIZE_MAX) return true;
    }
    return false;
}

/* Whether the token is the name of such a field: behind { or , and before = . */
static bool is_at_field(const code_reader *reader) {
    size_t next = reader->at;
    while (byte_at(reader, next) == ' ') next++;
    return !reader->keeps_fields && reader->rule && reader->depth == reader->rule &&
           is_left_out(reader->token) && (is(reader->last, "{") || is(reader->last, ",")) &&
           byte_at(reader, next) == '=' && byte_at(reader, next + 1) != '=';
}

static void take_token(code_reader *reader) {
    char c = reader->token.ptr[0];
    bool is_one = reader->token.len == 1;
    bool is_end =
        reader->is_skipping && reader->depth == reader->rule && is_one && strchr(",;}", c);
    if (is_end) reader->is_skipping = false;
    if (is_one && strchr("({[", c)) reader->depth++;
    if (is_one && strchr(")}]", c) && reader->depth-- == reader->rule) reader->rule = 0;
    if (is(reader->token, "api") && is(reader->last, "{")) reader->rule = reader->depth;
    if (reader->is_skipping)
        push_newlines(reader, reader->token);
    else
        cq_buf_push_str(reader->out, reader->token);
    if (!reader->is_skipping && is_at_field(reader)) {
        cq_buf_push_str(reader->out, CQ_STR(" = 0 "));
        reader->is_skipping = true;
    }
}

void cq_stock_code_push(cq_buf *out, cq_str text) {
    code_reader reader = {.out = out, .text = text, .keeps_fields = is_asked_for(text)};
    for (skip_gap(&reader); reader.at < text.len; skip_gap(&reader)) {
        size_t len = measure_token(&reader, reader.at);
        reader.last = reader.token;
        reader.token = cq_str_slice(text, reader.at, reader.at + len);
        reader.at += len;
        take_token(&reader);
    }
}
