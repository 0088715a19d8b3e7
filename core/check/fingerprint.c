#include "check/fingerprint.h"

#include <stdlib.h>

/* FNV-1a: short, and written down elsewhere too. */
#define FNV_START UINT64_C(0xcbf29ce484222325)
#define FNV_PRIME UINT64_C(0x100000001b3)

static uint64_t mix_byte(uint64_t hash, unsigned char byte) {
    return (hash ^ byte) * FNV_PRIME;
}

static uint64_t mix_number(uint64_t hash, uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8)
        hash = mix_byte(hash, (unsigned char)(number >> shift));
    return hash;
}

/* Ends with the length, so that "ab" and "c" are not "a" and "bc". */
static uint64_t mix_str(uint64_t hash, cq_str s) {
    for (size_t i = 0; i < s.len; i++) hash = mix_byte(hash, (unsigned char)s.ptr[i]);
    return mix_number(hash, s.len);
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* White space counts as one space, at the ends as none: text may be wrapped or indented anew. */
static uint64_t mix_prose(uint64_t hash, cq_str s) {
    s = cq_str_trim(s);
    for (size_t i = 0; i < s.len; i++)
        if (!is_space(s.ptr[i]))
            hash = mix_byte(hash, (unsigned char)s.ptr[i]);
        else if (!is_space(s.ptr[i - 1]))
            hash = mix_byte(hash, ' ');
    return mix_byte(hash, '\n');
}

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

static cq_str reach_left(cq_str bytes, uint32_t from) {
    uint32_t start = from;
    while (start > 0 && from - start < CQ_FINGERPRINT_REACH && !is_line_end(bytes.ptr[start - 1]))
        start--;
    return cq_str_slice(bytes, start, from);
}

static cq_str reach_right(cq_str bytes, uint32_t from) {
    uint32_t end = from;
    while (end < bytes.len && end - from < CQ_FINGERPRINT_REACH && !is_line_end(bytes.ptr[end]))
        end++;
    return cq_str_slice(bytes, from, end);
}

static uint64_t take_print(const cq_source *source, const cq_finding *finding, cq_str seed) {
    uint64_t hash = mix_str(FNV_START, seed);
    hash = mix_str(hash, finding->rule->id);
    hash = mix_prose(hash, cq_source_slice(source, finding->at));
    hash = mix_prose(hash, reach_left(source->bytes, finding->at.start));
    return mix_prose(hash, reach_right(source->bytes, finding->at.end));
}

typedef struct numbered {
    uint64_t print;
    uint32_t index;
} numbered;

static int compare_numbered(const void *left, const void *right) {
    const numbered *a = left, *b = right;
    if (a->print != b->print) return a->print < b->print ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

uint64_t *cq_fingerprint_all(cq_arena *arena, const cq_source *source, const cq_findings *findings,
                             cq_str seed) {
    uint32_t count = findings->list.len;
    uint64_t *prints = CQ_ARENA_NEW_ARRAY(arena, uint64_t, count + 1u);
    numbered *order = CQ_ARENA_NEW_ARRAY(arena, numbered, count + 1u);
    for (uint32_t i = 0; i < count; i++)
        order[i] = (numbered){take_print(source, &findings->list.at[i], seed), i};
    qsort(order, count, sizeof *order, compare_numbered);
    for (uint32_t i = 0, same = 0; i < count; i++) {
        same = i && order[i].print == order[i - 1].print ? same + 1 : 0;
        prints[order[i].index] = same ? mix_number(order[i].print, same) : order[i].print;
    }
    return prints;
}
