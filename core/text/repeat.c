#include "text/repeat.h"

#include "text/function_word.h"

#include <math.h>
#include <stdlib.h>

#define MOST_POSTINGS 12u /* sentences that one word offers as candidates */
#define PREFIX_SHARED 2u  /* of the rarest words that candidates must share: one alone is often chance */
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
    uint16_t *shared;      /* by sentence: rare words shared with the one being looked at */
    CQ_ARRAY(uint32_t) candidates;
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

/* Insertion: sets of words are short (MOST_WORDS at most). */
static void sort_keys(uint64_t *keys, uint32_t len) {
    for (uint32_t i = 1; i < len; i++) {
        uint64_t key = keys[i];
        uint32_t j = i;
        for (; j > 0 && keys[j - 1] > key; j--)
            keys[j] = keys[j - 1];
        keys[j] = key;
    }
}

static uint32_t drop_doubles(uint64_t *keys, uint32_t len) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < len; i++)
        if (kept == 0 || keys[kept - 1] != keys[i])
            keys[kept++] = keys[i];
    return kept;
}

static void read_set(finder *f, uint32_t index) {
    const cq_sentence *sentence = &f->doc->sentences.at[index];
    if (sentence->end_token - sentence->first_token < CQ_REPEAT_LEAST_WORDS)
        return;
    uint64_t words[MOST_WORDS];
    uint32_t len = 0;
    for (uint32_t t = sentence->first_token; t < sentence->end_token && len < MOST_WORDS; t++)
        if (is_content(f, &f->doc->tokens.at[t]))
            words[len++] = f->doc->tokens.at[t].word;
    if (len < CQ_REPEAT_LEAST_WORDS)
        return;
    sort_keys(words, len);
    len = drop_doubles(words, len);
    if (len < CQ_REPEAT_LEAST_WORDS)
        return;
    cq_word *kept = cq_arena_take(&f->scratch, len * sizeof *kept);
    for (uint32_t i = 0; i < len; i++) {
        kept[i] = (cq_word)words[i];
        f->frequency[kept[i]]++;
    }
    f->sets[index] = (word_set){kept, len};
}

static void order_by_rarity(const finder *f, word_set *set) {
    uint64_t keys[MOST_WORDS];
    for (uint32_t i = 0; i < set->len; i++)
        keys[i] = (uint64_t)f->frequency[set->at[i]] << 32 | set->at[i];
    sort_keys(keys, set->len);
    for (uint32_t i = 0; i < set->len; i++)
        set->at[i] = (cq_word)keys[i];
}

static bool is_rarer(const finder *f, cq_word a, cq_word b) {
    return f->frequency[a] != f->frequency[b] ? f->frequency[a] < f->frequency[b] : a < b;
}

/* The words two sets share, or 0 as soon as `needed` cannot be reached. */
static uint32_t count_shared(const finder *f, const word_set *a, const word_set *b,
                             uint32_t needed) {
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a->len && j < b->len;) {
        uint32_t left = a->len - i < b->len - j ? a->len - i : b->len - j;
        if (shared + left < needed)
            return 0;
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

/* How many of its rarest words a set must show so that any set of this similarity shares
   PREFIX_SHARED of them. */
static uint32_t prefix_length(const finder *f, uint32_t len) {
    uint32_t needed = (uint32_t)ceilf(f->least * (float)len);
    uint32_t prefix = len - needed + PREFIX_SHARED;
    return prefix < len ? prefix : len;
}

/* Earlier sentences that share enough of the rarest words, in order. */
static void collect_candidates(finder *f, uint32_t index) {
    const word_set *set = &f->sets[index];
    uint32_t prefix = prefix_length(f, set->len);
    uint32_t shortest = (uint32_t)ceilf(f->least * (float)set->len);
    uint32_t longest = (uint32_t)((float)set->len / f->least);
    f->candidates.len = 0;
    for (uint32_t i = 0; i < prefix; i++) {
        const posting_list *list = f->posted[set->at[i]];
        for (uint32_t k = 0; list && k < list->len; k++) {
            uint32_t other = list->sentences[k], len = f->sets[other].len;
            if (len >= shortest && len <= longest && ++f->shared[other] == PREFIX_SHARED)
                *CQ_ARRAY_PUSH(&f->scratch, &f->candidates) = other;
        }
    }
    for (uint32_t i = 0; i < prefix; i++) {
        const posting_list *list = f->posted[set->at[i]];
        for (uint32_t k = 0; list && k < list->len; k++)
            f->shared[list->sentences[k]] = 0;
    }
    if (f->candidates.len > 1) /* qsort is not for NULL */
        qsort(f->candidates.at, f->candidates.len, sizeof *f->candidates.at, compare_indices);
}

/* The words that sets of these sizes share at least where they are similar enough. */
static uint32_t needed_words(const finder *f, uint32_t a, uint32_t b) {
    return (uint32_t)ceilf(f->least / (1 + f->least) * (float)(a + b) - 1e-4f);
}

static bool push_if_similar(cq_repeats *out, cq_arena *arena, const finder *f, uint32_t first,
                            uint32_t second) {
    const word_set *a = &f->sets[first], *b = &f->sets[second];
    uint32_t shared = count_shared(f, a, b, needed_words(f, a->len, b->len));
    float similarity = (float)shared / (float)(a->len + b->len - shared);
    if (similarity < f->least)
        return false;
    const cq_sentence *sentences = f->doc->sentences.at;
    bool identical = is_identical(f->doc, &sentences[first], &sentences[second]);
    *CQ_ARRAY_PUSH(arena, out) = (cq_repeat){first, second, similarity, identical};
    return true;
}

static void match_sentence(cq_repeats *out, cq_arena *arena, finder *f, uint32_t index) {
    uint32_t partners = 0;
    collect_candidates(f, index);
    for (uint32_t i = 0; i < f->candidates.len && partners < CQ_REPEAT_MOST_PARTNERS; i++)
        partners += push_if_similar(out, arena, f, f->candidates.at[i], index);
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
    f.shared = CQ_ARENA_NEW_ARRAY(&f.scratch, uint16_t, doc->sentences.len);
    f.sets = CQ_ARENA_NEW_ARRAY(&f.scratch, word_set, doc->sentences.len);
    for (uint32_t i = 0; i < doc->sentences.len; i++)
        read_set(&f, i);
    for (uint32_t i = 0; i < doc->sentences.len && out->len < CQ_REPEAT_MOST_PAIRS; i++) {
        if (!f.sets[i].len)
            continue;
        order_by_rarity(&f, &f.sets[i]);
        match_sentence(out, arena, &f, i);
        post_sentence(&f, i);
    }
    cq_arena_release(&f.scratch);
}
