#include "plugins/cli/lua_literal.h"

#include "base/utf8.h"

/* The file from `at` on. */
typedef struct scanner {
    cq_arena *arena;
    cq_str file;
    uint32_t at;
} scanner;

static char peek(const scanner *s, uint32_t ahead) {
    return s->at + ahead < s->file.len ? s->file.ptr[s->at + ahead] : '\0';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static int hex_of(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/* "[[", "[=[" and so on: how many bytes that is; 0: it is none. */
static uint32_t measure_bracket(const scanner *s) {
    uint32_t len = 1;
    if (peek(s, 0) != '[') return 0;
    while (peek(s, len) == '=') len++;
    return peek(s, len) == '[' ? len + 1 : 0;
}

/* Offset of the bracket that closes one of `len` bytes, from `from` on, or SIZE_MAX. */
static size_t find_close(const scanner *s, uint32_t from, uint32_t len) {
    for (size_t at = from; at + len <= s->file.len; at++) {
        uint32_t k = 1;
        if (s->file.ptr[at] != ']') continue;
        while (k + 1 < len && s->file.ptr[at + k] == '=') k++;
        if (k + 1 == len && s->file.ptr[at + k] == ']') return at;
    }
    return SIZE_MAX;
}

/* From an opening bracket of `len` bytes behind its closing one; a line end right behind it does not
   count. */
static bool read_long(scanner *s, uint32_t len, cq_str *value) {
    uint32_t start = s->at + len;
    size_t close = find_close(s, start, len);
    if (close == SIZE_MAX) return false;
    s->at = (uint32_t)close + len;
    *value = cq_str_slice(s->file, start, close);
    if (cq_str_has_prefix(*value, CQ_STR("\n"))) *value = cq_str_slice(*value, 1, value->len);
    return true;
}

static void read_decimal(scanner *s, cq_buf *out) {
    unsigned byte = 0;
    for (int i = 0; i < 3 && is_digit(peek(s, 0)); i++, s->at++)
        byte = byte * 10 + (unsigned)(peek(s, 0) - '0');
    cq_buf_push(out, (char)byte);
}

/* \u{...} */
static void read_code_point(scanner *s, cq_buf *out) {
    uint32_t code_point = 0;
    char bytes[4];
    for (s->at++; hex_of(peek(s, 0)) >= 0 && code_point <= 0x10FFFF; s->at++)
        code_point = code_point * 16 + (uint32_t)hex_of(peek(s, 0));
    s->at++;
    if (code_point <= 0x10FFFF)
        cq_buf_push_str(out, (cq_str){bytes, cq_utf8_encode(code_point, bytes)});
}

/* What stands behind a backslash. */
static void read_escape(scanner *s, cq_buf *out) {
    static const char names[] = "abfnrtv", values[] = "\a\b\f\n\r\t\v";
    char c = peek(s, 0);
    const char *name = c ? strchr(names, c) : NULL;
    if (is_digit(c)) {
        read_decimal(s, out);
        return;
    }
    s->at++;
    if (name) {
        cq_buf_push(out, values[name - names]);
    } else if (c == 'x') {
        cq_buf_push(out, (char)(hex_of(peek(s, 0)) * 16 + hex_of(peek(s, 1))));
        s->at += 2;
    } else if (c == 'u') {
        read_code_point(s, out);
    } else if (c == 'z') {
        while (peek(s, 0) && strchr(" \t\n\r\f\v", peek(s, 0))) s->at++;
    } else {
        cq_buf_push(out, c);
    }
}

static bool read_short(scanner *s, cq_str *value) {
    char quote = peek(s, 0);
    cq_buf text = {0};
    bool is_closed = false;
    for (s->at++; s->at < s->file.len && !is_closed;) {
        char c = peek(s, 0);
        s->at++;
        if (c == '\n') break;
        is_closed = c == quote;
        if (c == '\\')
            read_escape(s, &text);
        else if (!is_closed)
            cq_buf_push(&text, c);
    }
    *value = cq_str_dup(s->arena, cq_buf_get(&text));
    cq_buf_release(&text);
    return is_closed;
}

static bool skip_comment(scanner *s) {
    cq_str ignored;
    s->at += 2;
    uint32_t len = measure_bracket(s);
    if (len) return read_long(s, len, &ignored);
    while (s->at < s->file.len && peek(s, 0) != '\n') s->at++;
    return true;
}

cq_lua_literals cq_lua_literal_find(cq_arena *arena, cq_str file) {
    cq_lua_literals found = {0};
    scanner s = {arena, file, 0};
    bool ok = true;
    while (ok && s.at < file.len) {
        cq_lua_literal literal = {.at.start = s.at};
        uint32_t bracket = measure_bracket(&s);
        bool is_short = peek(&s, 0) == '"' || peek(&s, 0) == '\'';
        if (peek(&s, 0) == '-' && peek(&s, 1) == '-') {
            ok = skip_comment(&s);
        } else if (bracket || is_short) {
            ok = bracket ? read_long(&s, bracket, &literal.value) : read_short(&s, &literal.value);
            literal.at.end = s.at;
            if (ok) *CQ_ARRAY_PUSH(arena, &found) = literal;
        } else {
            s.at++;
        }
    }
    return found;
}

void cq_lua_literal_push(cq_buf *out, cq_str value) {
    cq_buf_push(out, '"');
    for (size_t i = 0; i < value.len; i++) {
        unsigned char c = (unsigned char)value.ptr[i];
        if (c == '"' || c == '\\')
            cq_buf_push_format(out, "\\%c", c);
        else if (c == '\n')
            cq_buf_push_str(out, CQ_STR("\\n"));
        else if (c < 0x20 || c == 0x7F)
            cq_buf_push_format(out, "\\x%02x", c);
        else
            cq_buf_push(out, (char)c);
    }
    cq_buf_push(out, '"');
}
