#include "plugins/cli/suggest.h"

enum { LONGEST = 64 }; /* bytes; longer words are not compared */

static size_t least_of(size_t a, size_t b) {
    return a < b ? a : b;
}

static bool is_swap(cq_str a, cq_str b, size_t i, size_t j) {
    return i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1];
}

/* Edits between two short words, a swap of neighbours counting as one. */
static size_t count_edits(cq_str a, cq_str b) {
    size_t table[LONGEST + 1][LONGEST + 1];
    for (size_t i = 0; i <= a.len; i++) table[i][0] = i;
    for (size_t j = 0; j <= b.len; j++) table[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        for (size_t j = 1; j <= b.len; j++) {
            size_t change = table[i - 1][j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            size_t best = least_of(change, 1 + least_of(table[i - 1][j], table[i][j - 1]));
            table[i][j] = is_swap(a, b, i, j) ? least_of(best, 1 + table[i - 2][j - 2]) : best;
        }
    }
    return table[a.len][b.len];
}

cq_suggest cq_suggest_begin(cq_str word) {
    /* a third of the word may be wrong, but not so much that anything fits */
    return (cq_suggest){.word = word, .edits = 1 + (word.len < 9 ? word.len / 3 : 3)};
}

static cq_str behind_slash(cq_str id) {
    size_t slash = cq_str_find_last(id, '/');
    return slash == SIZE_MAX ? id : cq_str_slice(id, slash + 1, id.len);
}

void cq_suggest_offer(cq_suggest *suggest, cq_str candidate) {
    cq_str word = suggest->word;
    if (word.len > LONGEST || candidate.len > LONGEST) return;
    size_t edits = count_edits(word, candidate);
    /* its-own for en/its-own: only the language was left out */
    if (memchr(word.ptr, '/', word.len) == NULL && cq_str_is_equal(word, behind_slash(candidate)))
        edits = 1;
    if (edits >= suggest->edits) return;
    suggest->best = candidate;
    suggest->edits = edits;
}
