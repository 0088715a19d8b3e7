#include "text/placeholder.h"

#include "text/char_class.h"

#define LONGEST_NAME 64
#define LONGEST_TEMPLATE 256

static char byte_at(cq_str text, size_t at) {
    return at < text.len ? text.ptr[at] : '\0';
}

static bool is_one_of(char c, const char *set) {
    return c && strchr(set, c);
}

static size_t skip_digits(cq_str text, size_t at) {
    while (cq_char_class_of(byte_at(text, at)) & CQ_CHAR_DIGIT && at < text.len) at++;
    return at;
}

/* The end of a name and the `close` behind it; 0: none. Names hold no spaces, so that a set in
   braces is none. */
static size_t scan_name(cq_str text, size_t at, char close) {
    size_t start = at;
    while (at < text.len && at - start < LONGEST_NAME &&
           (cq_char_class_of(text.ptr[at]) & CQ_CHAR_ALNUM || is_one_of(text.ptr[at], "_.:!-[]")))
        at++;
    return byte_at(text, at) == close ? at + 1 : 0;
}

/* %[name or position][flags][width][.precision][length]conversion. No space flag: in prose "5 % of"
   is more likely. */
static size_t scan_printf(cq_str text, size_t start) {
    size_t at = start + 1;
    if (byte_at(text, at) == '(') {
        at = scan_name(text, at + 1, ')');
        if (!at) return 0;
    } else {
        size_t behind = skip_digits(text, at);
        if (behind > at && byte_at(text, behind) == '$') at = behind + 1;
    }
    while (is_one_of(byte_at(text, at), "-+#0")) at++;
    at = skip_digits(text, at);
    if (byte_at(text, at) == '.') at = skip_digits(text, at + 1);
    for (int i = 0; i < 2 && is_one_of(byte_at(text, at), "hlzjtLq"); i++) at++;
    if (!is_one_of(byte_at(text, at), "diouxXeEfFgGaAcsSp@")) return 0;
    at++;
    return cq_char_is_alnum(cq_char_at(text, at, NULL)) ? 0 : at;
}

/* {{ anything on one line }} */
static size_t scan_template(cq_str text, size_t start) {
    size_t limit = start + LONGEST_TEMPLATE;
    for (size_t at = start + 2; at + 1 < text.len && at < limit; at++) {
        if (text.ptr[at] == '\n' || text.ptr[at] == '{') return 0;
        if (text.ptr[at] == '}' && text.ptr[at + 1] == '}') return at + 2;
    }
    return 0;
}

size_t cq_placeholder_scan(cq_str text, size_t start) {
    char next = byte_at(text, start + 1);
    switch (text.ptr[start]) {
    case '%': return scan_printf(text, start);
    case '$': return next == '{' ? scan_name(text, start + 2, '}') : 0;
    case '{': return next == '{' ? scan_template(text, start) : scan_name(text, start + 1, '}');
    default: return 0;
    }
}
