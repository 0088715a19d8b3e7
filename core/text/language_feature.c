#include "text/language_feature.h"

#include "base/utf8.h"
#include "text/unicode.h"

enum { LONGEST_PART = 40 }; /* letters */

#define EDGE 0x20u

/* A part of a word with an edge at both ends. */
typedef struct part {
    uint32_t letters[LONGEST_PART + 2];
    uint32_t len; /* with the first edge */
} part;

typedef struct key_list {
    uint32_t *at;
    uint32_t len;
} key_list;

static uint32_t mix(uint32_t hash, uint32_t value) {
    hash = (hash ^ value) * 0x9E3779B1u;
    return hash ^ hash >> 15;
}

static void push_key(key_list *keys, uint32_t hash) {
    if (keys->len < CQ_LANGUAGE_FEATURES_MOST) keys->at[keys->len++] = mix(hash, 0x5BD1E995u);
}

/* The runs that begin at `start`; an edge alone says nothing. */
static void push_grams(key_list *keys, const part *p, uint32_t start) {
    uint32_t hash = 17;
    for (uint32_t i = start; i < p->len && i < start + CQ_LANGUAGE_GRAM; i++) {
        hash = mix(hash, p->letters[i]);
        if (i > 0 && !(i == start && p->letters[i] == EDGE)) push_key(keys, hash);
    }
}

static void finish_part(key_list *keys, part *p) {
    if (p->len > 1) {
        uint32_t whole = 99;
        for (uint32_t i = 1; i < p->len; i++) whole = mix(whole, p->letters[i]);
        push_key(keys, mix(whole, EDGE));
        p->letters[p->len++] = EDGE;
        for (uint32_t i = 0; i + 1 < p->len; i++) push_grams(keys, p, i);
    }
    p->len = 1;
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019;
}

static bool is_ascii_letter(char c) {
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

static void push_letter(part *p, uint32_t c) {
    if (p->len <= LONGEST_PART) p->letters[p->len++] = c;
}

uint32_t cq_language_feature_of(uint32_t keys[CQ_LANGUAGE_FEATURES_MOST], cq_str word,
                                uint32_t *letters, cq_language_script *script) {
    key_list list = {.at = keys};
    part p = {.letters = {EDGE}, .len = 1};
    const char *end = word.ptr + word.len;
    uint32_t length;
    for (const char *at = word.ptr; at < end; at += length) {
        if (is_ascii_letter(*at)) { /* the fast path of most texts */
            length = 1;
            push_letter(&p, (unsigned char)*at | 0x20u);
            ++*letters;
            continue;
        }
        uint32_t c = cq_utf8_decode(at, end, &length);
        cq_language_script one = cq_language_script_of(c);
        if (one != CQ_LANGUAGE_SCRIPT_NONE) {
            push_letter(&p, cq_unicode_fold(c));
            ++*letters;
            *script = one > *script ? one : *script;
        } else if (is_apostrophe(c)) {
            if (p.len > 1) push_letter(&p, '\'');
            finish_part(&list, &p);
        } else if (cq_unicode_is_mark(c)) {
            push_letter(&p, c);
        } else {
            finish_part(&list, &p);
        }
    }
    finish_part(&list, &p);
    return list.len;
}

/* Words of plain text ------------------------------------------------------------------------- */

static bool is_inside_word(uint32_t c) {
    if (c < 0x80) return is_ascii_letter((char)c) || c == '\'';
    return cq_language_script_of(c) != CQ_LANGUAGE_SCRIPT_NONE || is_apostrophe(c) ||
           cq_unicode_is_mark(c);
}

/* What a capital letter behind it needs no name for. */
static bool starts_afresh(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026 || c == 0x2013 ||
           c == 0x2014 || c == '(' || cq_unicode_has(c, CQ_UNICODE_QUOTATION_MARK);
}

static size_t find_end(cq_str text, size_t at) {
    const char *end = text.ptr + text.len;
    uint32_t length;
    for (; at < text.len; at += length)
        if (!is_inside_word(cq_utf8_decode(text.ptr + at, end, &length))) break;
    return at;
}

bool cq_language_feature_next(cq_language_piece *out, cq_str text, size_t *at) {
    const char *end = text.ptr + text.len;
    bool is_first = *at == 0;
    for (uint32_t length; *at < text.len; *at += length) {
        uint32_t c = cq_utf8_decode(text.ptr + *at, end, &length);
        bool is_letter = c < 0x80 ? is_ascii_letter((char)c)
                                  : cq_language_script_of(c) != CQ_LANGUAGE_SCRIPT_NONE;
        if (!is_letter) {
            is_first |= starts_afresh(c);
            continue;
        }
        size_t start = *at;
        *at = find_end(text, start);
        out->text = cq_str_slice(text, start, *at);
        out->weight = !is_first && cq_unicode_has(c, CQ_UNICODE_UPPERCASE)
                          ? CQ_LANGUAGE_WEIGHT_NAME
                          : CQ_LANGUAGE_WEIGHT_PLAIN;
        return true;
    }
    return false;
}
