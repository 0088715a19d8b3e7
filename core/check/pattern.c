#include "check/pattern.h"

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
        if (text.ptr[i] == '\\' && i + 1 < text.len)
            i++;
        out[len++] = text.ptr[i];
    }
    out[len] = '\0';
    return (cq_str){out, len};
}

static bool find_class(cq_token_class *out, cq_str name, cq_str pattern, cq_err *err) {
    return cq_token_class_find(out, name) ||
           cq_fail(err, CQ_EINVAL, "pattern \"%.*s\": there is no token class <%.*s>",
                   CQ_FMT(pattern), CQ_FMT(name));
}

static bool read_choice(cq_pattern_choice *out, cq_arena *arena, cq_str text, cq_str pattern,
                        cq_err *err) {
    if (text.len == 0)
        return cq_fail(err, CQ_EINVAL, "pattern \"%.*s\": an empty alternative", CQ_FMT(pattern));
    if (text.len > 2 && text.ptr[0] == '<' && text.ptr[text.len - 1] == '>') {
        out->is_class = true;
        return find_class(&out->token_class, cq_str_slice(text, 1, text.len - 1), pattern, err);
    }
    out->word = unescape(arena, text);
    return true;
}

static bool ends_with_question_mark(cq_str text) {
    return text.len > 1 && text.ptr[text.len - 1] == '?' && text.ptr[text.len - 2] != '\\';
}

/* Takes what stands before the choices, <class>& as often as it stands there, off *text. */
static bool read_required(uint32_t *out, cq_str *text, cq_str pattern, cq_err *err) {
    for (;;) {
        size_t len = text->ptr[0] == '<' ? measure_piece(*text, '&') : text->len;
        if (len < 3 || len + 1 >= text->len || text->ptr[len - 1] != '>') return true;
        cq_token_class required;
        if (!find_class(&required, cq_str_slice(*text, 1, len - 1), pattern, err)) return false;
        *out |= 1u << required;
        *text = cq_str_slice(*text, len + 1, text->len);
    }
}

static bool read_element(cq_pattern *out, cq_arena *arena, cq_str text, cq_str pattern,
                         cq_err *err) {
    cq_pattern_element *element = CQ_ARRAY_PUSH(arena, &out->elements);
    if (ends_with_question_mark(text)) {
        element->is_optional = true;
        text.len--;
    }
    if (!read_required(&element->required, &text, pattern, err)) return false;
    for (;;) {
        size_t len = text.len == 1 ? 1 : measure_piece(text, '|'); /* "|" alone is itself */
        cq_pattern_choice *choice = CQ_ARRAY_PUSH(arena, &element->choices);
        if (!read_choice(choice, arena, cq_str_slice(text, 0, len), pattern, err))
            return false;
        if (len >= text.len)
            return true;
        text = cq_str_slice(text, len + 1, text.len);
    }
}

static bool is_all_optional(const cq_pattern *pattern) {
    for (uint32_t i = 0; i < pattern->elements.len; i++)
        if (!pattern->elements.at[i].is_optional)
            return false;
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
