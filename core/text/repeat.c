#include "text/repeat.h"

#include "text/function_word.h"

#include <math.h>
#include <stdlib.h>

#define MOST_POSTINGS 32u /* sentences that one word offers as candidates */
#define MOST_WORDS 400u   /* of a sentence that are looked at: longer ones are tables or loops */

/* A sentence's distinct content words, the rarest of the document first. */
typedef struct word_set {
    cq_word *at;
    uint32_t len;
} word_set;

typedef struct posting_list {
    uint32_t sentences[MOST_POSTINGS];
    uint32_t len;
} posting_list;

typedef struct finder {
    const cq_doc *doc;
    cq_arena scratch;
    uint8_t *is_content;   /* by word: 0 not looked up, 1 no, 2 yes */
    uint32_t *frequency;   /* by word: sentences it is in */
    word_set *sets;        /* by sentence */
    posting_list **posted; /* by word; NULL until a sentence has it among its rarest */
    float least;
} finder;

static bool is_content(finder *f, const cq_token *token) {
    if (token->kind != CQ_TOKEN_WORD && token->kind != CQ_TOKEN_NUMBER)
        return false;
    uint8_t *known = &f->is_content[token->word];
    if (!*known) {
        cq_str text = cq_intern_text(f->doc->words, token->word);
        *known = cq_function_word_is(text, f->doc->language) ? 1 : 2;
    }
    return *known == 2;
}

static int compare_words(const void *a, const void *b) {
    cq_word x = *(const cq_word *)a, y = *(const cq_word *)b;
    return (x > y) - (x < y);
}

static uint32_t drop_doubles(cq_word *words, uint32_t len) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < len; i++)
        if (kept == 0 || words[kept - 1] != words[i])
            words[kept++] = words[i];
    return kept;
}

static void read_set(finder *f, uint32_t index) {
    const cq_sentence *sentence = &f->doc->sentences.at[index];
    if (sentence->end_token - sentence->first_token < CQ_REPEAT_LEAST_WORDS)
        return;
    cq_word words[MOST_WORDS];
    uint32_t len = 0;
    for (uint32_t t = sentence->first_token; t < sentence->end_token && len < MOST_WORDS; t++)
        if (is_content(f, &f->doc->tokens.at[t]))
            words[len++] = f->doc->tokens.at[t].word;
    if (len < CQ_REPEAT_LEAST_WORDS)
        return;
    qsort(words, len, sizeof *words, compare_words);
    len = drop_doubles(words, len);
    if (len < CQ_REPEAT_LEAST_WORDS)
        return;
    cq_word *kept = cq_arena_take(&f->scratch, len * sizeof *kept);
    memcpy(kept, words, len * sizeof *kept);
    f->sets[index] = (word_set){kept, len};
    for (uint32_t i = 0; i < len; i++)
        f->frequency[kept[i]]++;
}

/* Insertion sort: the sets are short. */
static void order_by_rarity(const finder *f, word_set *set) {
    cq_word *words = set->at;
    for (uint32_t i = 1; i < set->len; i++) {
        cq_word word = words[i];
        uint32_t j = i;
        for (; j > 0; j--) {
            cq_word before = words[j - 1];
            if (f->frequency[before] < f->frequency[word] ||
                (f->frequency[before] == f->frequency[word] && before < word))
                break;
            words[j] = before;
        }
        words[j] = word;
    }
}

static bool is_rarer(const finder *f, cq_word a, cq_word b) {
    return f->frequency[a] != f->frequency[b] ? f->frequency[a] < f->frequency[b] : a < b;
}

static uint32_t count_shared(const finder *f, const word_set *a, const word_set *b) {
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a->len && j < b->len;) {
        if (a->at[i] == b->at[j]) {
            shared++;
            i++;
            j++;
        } else if (is_rarer(f, a->at[i], b->at[j])) {
            i++;
        } else {
            j++;
        }
    }
    return shared;
}

static uint32_t next_word(const cq_doc *doc, uint32_t token, uint32_t end) {
    while (token < end && doc->tokens.at[token].kind != CQ_TOKEN_WORD &&
           doc->tokens.at[token].kind != CQ_TOKEN_NUMBER)
        token++;
    return token;
}

static bool is_identical(const cq_doc *doc, const cq_sentence *a, const cq_sentence *b) {
    uint32_t i = a->first_token, j = b->first_token;
    for (;; i++, j++) {
        i = next_word(doc, i, a->end_token);
        j = next_word(doc, j, b->end_token);
        if (i == a->end_token || j == b->end_token)
            return i == a->end_token && j == b->end_token;
        if (doc->tokens.at[i].word != doc->tokens.at[j].word)
            return false;
    }
}

static int compare_indices(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* How many of the rarest words two sets of this similarity must share one of. */
static uint32_t prefix_length(const finder *f, uint32_t len) {
    uint32_t needed = (uint32_t)ceilf(f->least * (float)len);
    return needed >= len ? 1 : len - needed + 1;
}

static uint32_t collect_candidates(const finder *f, uint32_t index, uint32_t *out, uint32_t most) {
    const word_set *set = &f->sets[index];
    uint32_t count = 0, prefix = prefix_length(f, set->len);
    for (uint32_t i = 0; i < prefix; i++) {
        const posting_list *list = f->posted[set->at[i]];
        for (uint32_t k = 0; list && k < list->len && count < most; k++)
            out[count++] = list->sentences[k];
    }
    if (count)
        qsort(out, count, sizeof *out, compare_indices);
    return drop_doubles(out, count);
}

static void match_sentence(cq_repeats *out, cq_arena *arena, finder *f, uint32_t index) {
    uint32_t candidates[1024];
    uint32_t count = collect_candidates(f, index, candidates, 1024);
    const word_set *set = &f->sets[index];
    for (uint32_t i = 0, partners = 0; i < count && partners < CQ_REPEAT_MOST_PARTNERS; i++) {
        const word_set *other = &f->sets[candidates[i]];
        uint32_t shared = count_shared(f, set, other);
        float similarity = (float)shared / (float)(set->len + other->len - shared);
        if (similarity < f->least)
            continue;
        const cq_sentence *first = &f->doc->sentences.at[candidates[i]];
        *CQ_ARRAY_PUSH(arena, out) = (cq_repeat){
            candidates[i], index, similarity,
            is_identical(f->doc, first, &f->doc->sentences.at[index])};
        partners++;
    }
}

static void post_sentence(finder *f, uint32_t index) {
    const word_set *set = &f->sets[index];
    uint32_t prefix = prefix_length(f, set->len);
    for (uint32_t i = 0; i < prefix; i++) {
        posting_list **list = &f->posted[set->at[i]];
        if (f->frequency[set->at[i]] < 2)
            continue; /* nobody else has this word */
        if (!*list)
            *list = CQ_ARENA_NEW(&f->scratch, posting_list);
        if ((*list)->len < MOST_POSTINGS)
            (*list)->sentences[(*list)->len++] = index;
    }
}

void cq_repeat_find(cq_repeats *out, cq_arena *arena, const cq_doc *doc, float least) {
    finder f = {.doc = doc, .least = least};
    uint32_t words = doc->words->entries.len;
    cq_arena_init(&f.scratch);
    f.is_content = CQ_ARENA_NEW_ARRAY(&f.scratch, uint8_t, words);
    f.frequency = CQ_ARENA_NEW_ARRAY(&f.scratch, uint32_t, words);
    f.posted = CQ_ARENA_NEW_ARRAY(&f.scratch, posting_list *, words);
    f.sets = CQ_ARENA_NEW_ARRAY(&f.scratch, word_set, doc->sentences.len);
    for (uint32_t i = 0; i < doc->sentences.len; i++)
        read_set(&f, i);
    for (uint32_t i = 0; i < doc->sentences.len; i++) {
        if (!f.sets[i].len)
            continue;
        order_by_rarity(&f, &f.sets[i]);
        match_sentence(out, arena, &f, i);
        post_sentence(&f, i);
    }
    cq_arena_release(&f.scratch);
}
