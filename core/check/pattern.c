#include "check/pattern.h"

static const char *const class_names[CQ_CLASS_COUNT] = {
    [CQ_CLASS_ANY] = "any",
    [CQ_CLASS_WORD] = "word",
    [CQ_CLASS_NUMBER] = "number",
    [CQ_CLASS_PUNCTUATION] = "punctuation",
    [CQ_CLASS_SYMBOL] = "symbol",
    [CQ_CLASS_QUOTE] = "quote",
    [CQ_CLASS_OPEN] = "open",
    [CQ_CLASS_CLOSE] = "close",
    [CQ_CLASS_APOSTROPHE] = "apostrophe",
    [CQ_CLASS_PRIME] = "prime",
    [CQ_CLASS_URL] = "url",
    [CQ_CLASS_EMAIL] = "email",
    [CQ_CLASS_HASHTAG] = "hashtag",
    [CQ_CLASS_PLACEHOLDER] = "placeholder",
    [CQ_CLASS_EMOJI] = "emoji",
    [CQ_CLASS_IDEOGRAPH] = "ideograph",
    [CQ_CLASS_OTHER] = "other",
    [CQ_CLASS_CAPITALIZED] = "capitalized",
    [CQ_CLASS_LOWER] = "lower",
    [CQ_CLASS_UPPER] = "upper",
    [CQ_CLASS_ODD_GAP] = "odd-gap",
    [CQ_CLASS_ODD_END] = "odd-end",
    [CQ_CLASS_REPEATED] = "repeated",
    [CQ_CLASS_LOOSE] = "loose",
    [CQ_CLASS_UNKNOWN] = "unknown",
};

static bool find_class(cq_token_class *out, cq_str name) {
    for (int i = 0; i < CQ_CLASS_COUNT; i++) {
        if (cq_str_is_equal(name, cq_str_of(class_names[i]))) {
            *out = (cq_token_class)i;
            return true;
        }
    }
    return false;
}

/* Bytes of the first piece of `text`, which ends at an unescaped `separator`. */
static size_t measure_piece(cq_str text, char separator) {
    size_t i = 0;
    while (i < text.len && text.ptr[i] != separator)
        i += text.ptr[i] == '\\' && i + 1 < text.len ? 2 : 1;
    return i < text.len ? i : text.len;
}

static cq_str unescape(cq_arena *arena, cq_str text) {
    char *out = cq_arena_take(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\\' && i + 1 < text.len) i++;
        out[len++] = text.ptr[i];
    }
    out[len] = '\0';
    return (cq_str){out, len};
}

static bool read_choice(cq_pattern_choice *out, cq_arena *arena, cq_str text, cq_str pattern,
                        cq_err *err) {
    if (text.len == 0)
        return cq_fail(err, CQ_EINVAL, "pattern \"%.*s\": an empty alternative", CQ_FMT(pattern));
    if (text.len > 2 && text.ptr[0] == '<' && text.ptr[text.len - 1] == '>') {
        out->is_class = true;
        cq_str name = cq_str_slice(text, 1, text.len - 1);
        return find_class(&out->token_class, name) ||
               cq_fail(err, CQ_EINVAL, "pattern \"%.*s\": there is no token class <%.*s>",
                       CQ_FMT(pattern), CQ_FMT(name));
    }
    out->word = unescape(arena, text);
    return true;
}

static bool ends_with_question_mark(cq_str text) {
    return text.len > 1 && text.ptr[text.len - 1] == '?' && text.ptr[text.len - 2] != '\\';
}

static bool read_element(cq_pattern *out, cq_arena *arena, cq_str text, cq_str pattern,
                         cq_err *err) {
    cq_pattern_element *element = CQ_ARRAY_PUSH(arena, &out->elements);
    if (ends_with_question_mark(text)) {
        element->is_optional = true;
        text.len--;
    }
    for (;;) {
        size_t len = text.len == 1 ? 1 : measure_piece(text, '|'); /* "|" alone is itself */
        cq_pattern_choice *choice = CQ_ARRAY_PUSH(arena, &element->choices);
        if (!read_choice(choice, arena, cq_str_slice(text, 0, len), pattern, err)) return false;
        if (len >= text.len) return true;
        text = cq_str_slice(text, len + 1, text.len);
    }
}

static bool is_all_optional(const cq_pattern *pattern) {
    for (uint32_t i = 0; i < pattern->elements.len; i++)
        if (!pattern->elements.at[i].is_optional) return false;
    return true;
}

bool cq_pattern_read(cq_pattern *out, cq_arena *arena, cq_str text, cq_err *err) {
    *out = (cq_pattern){0};
    cq_str left = cq_str_trim(text);
    bool is_first = true;
    while (left.len) {
        size_t len = measure_piece(left, ' ');
        cq_str piece = cq_str_slice(left, 0, len);
        left = cq_str_trim(cq_str_slice(left, len, left.len));
        if (is_first && cq_str_is_equal(piece, CQ_STR("^")))
            out->at_start = true;
        else if (!left.len && cq_str_is_equal(piece, CQ_STR("$")))
            out->at_end = true;
        else if (!read_element(out, arena, piece, text, err))
            return false;
        is_first = false;
    }
    if (is_all_optional(out))
        return cq_fail(err, CQ_EINVAL, "pattern \"%.*s\": it would match nothing at all",
                       CQ_FMT(text));
    return true;
}
