#include "text/repeat.h"

#include "text/function_word.h"

#include <stdlib.h>
#include <string.h>

#define MOST_COMMON 32u /* a word that stands more often in the document is not rare */
#define LEAST_SHARED 2u /* rare words that sentences share to be compared: one is often chance */
#define MOST_WORDS 400u /* of a sentence that are looked at: longer ones are tables or loops */
#define NO_SENTENCE UINT32_MAX

/* A sentence's distinct content words, sorted by id. */
typedef struct word_set {
    cq_word *at; /* NULL: not asked for yet */
    uint32_t len;
} word_set;

/* The sentences in which a rare word stands, so far: a slice of finder.postings. */
typedef struct posting_list {
    uint32_t first, len;
} posting_list;

/* What one look at a sentence tells. */
typedef struct sketch {
    uint64_t hash;    /* of all its words in their order; 0: too short to be compared */
    uint64_t bits;    /* one for each content word; words may share one */
    uint32_t content; /* content words, doubles counted */
} sketch;

/* What a word is to a sentence that holds it. */
typedef enum word_weight {
    WEIGHT_NONE,   /* a function word */
    WEIGHT_COMMON, /* a content word that stands in many sentences, or in no other */
    WEIGHT_RARE,
} word_weight;

typedef struct finder {
    const cq_doc *doc;
    cq_arena scratch;
    float least;
    /* By word. */
    uint8_t *weights;     /* word_weight */
    posting_list *posted; /* rare words' */
    uint32_t *postings;
    /* By sentence. */
    sketch *sketches;
    word_set *sets;
    uint8_t *shared; /* rare words shared with the one being looked at */
    uint32_t *next;  /* the next one with the same words */
    /* The first and last sentence of each hash, open addressing. */
    struct chain {
        uint64_t hash;
        uint32_t first, last;
    } * chains;
    uint32_t chain_mask;
    uint32_t *touched, touched_count; /* sentences that share a word; then the candidates */
} finder;

static bool is_compared(const cq_token *token) {
    return token->kind == CQ_TOKEN_WORD || token->kind == CQ_TOKEN_NUMBER;
}

/* The weight of a token's word. */
static uint8_t weigh(const finder *f, const cq_token *token) {
    return is_compared(token) ? f->weights[token->word] : WEIGHT_NONE;
}

static void sketch_sentence(finder *f, uint32_t index) {
    const cq_sentence *sentence = &f->doc->sentences.at[index];
    sketch s = {.hash = 1};
    for (uint32_t t = sentence->first_token; t < sentence->end_token; t++) {
        const cq_token *token = &f->doc->tokens.at[t];
        if (!is_compared(token)) continue;
        s.hash = (s.hash ^ token->word) * 0x9E3779B97F4A7C15u;
        if (f->weights[token->word] == WEIGHT_NONE) continue;
        s.bits |= 1ull << (token->word * 0x9E3779B1u >> 26);
        s.content++;
    }
    s.hash = s.content < CQ_REPEAT_LEAST_WORDS ? 0 : s.hash | 1;
    f->sketches[index] = s;
}

/* Which words are rare, and room for the sentences of each. */
static void weigh_words(finder *f, const cq_frequencies *frequencies) {
    const bool *is_function = cq_function_word_mark(&f->scratch, f->doc->words, f->doc->language);
    uint32_t total = 0;
    f->weights = CQ_ARENA_NEW_ARRAY(&f->scratch, uint8_t, frequencies->len);
    f->posted = CQ_ARENA_NEW_ARRAY(&f->scratch, posting_list, frequencies->len);
    for (uint32_t word = 0; word < frequencies->len; word++) {
        uint32_t frequency = frequencies->at[word];
        bool is_rare = frequency > 1 && frequency <= MOST_COMMON;
        if (is_function[word]) continue;
        f->weights[word] = is_rare ? WEIGHT_RARE : WEIGHT_COMMON;
        if (!is_rare) continue;
        f->posted[word].first = total;
        total += frequency;
    }
    f->postings = cq_arena_take(&f->scratch, ((size_t)total + 1) * sizeof *f->postings);
}

/* Insertion: sets of words are short (MOST_WORDS at most). */
static void sort_words(cq_word *words, uint32_t len) {
    for (uint32_t i = 1; i < len; i++) {
        cq_word word = words[i];
        uint32_t j = i;
        for (; j > 0 && words[j - 1] > word; j--) words[j] = words[j - 1];
        words[j] = word;
    }
}

static uint32_t drop_doubles(cq_word *words, uint32_t len) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < len; i++)
        if (kept == 0 || words[kept - 1] != words[i]) words[kept++] = words[i];
    return kept;
}

static const word_set *get_set(finder *f, uint32_t index) {
    word_set *set = &f->sets[index];
    if (set->at) return set;
    const cq_sentence *sentence = &f->doc->sentences.at[index];
    cq_word words[MOST_WORDS];
    uint32_t len = 0;
    for (uint32_t t = sentence->first_token; t < sentence->end_token && len < MOST_WORDS; t++) {
        const cq_token *token = &f->doc->tokens.at[t];
        if (weigh(f, token) != WEIGHT_NONE) words[len++] = token->word;
    }
    sort_words(words, len);
    set->len = drop_doubles(words, len);
    set->at = cq_arena_take(&f->scratch, (set->len + 1) * sizeof *words);
    memcpy(set->at, words, set->len * sizeof *words);
    return set;
}

/* Bits that only one of them has stand for different words: can so many be left to share? */
static bool may_be_similar(const finder *f, const sketch *a, const sketch *b) {
    unsigned only_a = (unsigned)__builtin_popcountll(a->bits & ~b->bits);
    unsigned only_b = (unsigned)__builtin_popcountll(b->bits & ~a->bits);
    return (float)(a->content - only_a) >= f->least * (float)(a->content + only_b) &&
           (float)(b->content - only_b) >= f->least * (float)(b->content + only_a);
}

static uint32_t count_shared(const word_set *a, const word_set *b) {
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a->len && j < b->len;) {
        cq_word left = a->at[i], right = b->at[j];
        shared += left == right;
        i += left <= right;
        j += right <= left;
    }
    return shared;
}

static uint32_t next_word(const cq_doc *doc, uint32_t token, uint32_t end) {
    while (token < end && !is_compared(&doc->tokens.at[token])) token++;
    return token;
}

static bool is_identical(const cq_doc *doc, const cq_sentence *a, const cq_sentence *b) {
    uint32_t i = a->first_token, j = b->first_token;
    for (;; i++, j++) {
        i = next_word(doc, i, a->end_token);
        j = next_word(doc, j, b->end_token);
        if (i == a->end_token || j == b->end_token) return i == a->end_token && j == b->end_token;
        if (doc->tokens.at[i].word != doc->tokens.at[j].word) return false;
    }
}

static struct chain *find_chain(const finder *f, uint64_t hash) {
    uint32_t slot = (uint32_t)(hash >> 32) & f->chain_mask;
    while (f->chains[slot].hash && f->chains[slot].hash != hash) slot = (slot + 1) & f->chain_mask;
    return &f->chains[slot];
}

/* Adds rare words that an earlier sentence shares with the one being looked at. */
static void add_shared(finder *f, uint32_t earlier, uint8_t count) {
    if (!f->shared[earlier]) f->touched[f->touched_count++] = earlier;
    if (f->shared[earlier] < LEAST_SHARED) f->shared[earlier] += count;
}

/* The earliest few sentences with the same words. */
static void touch_identical(finder *f, uint32_t index) {
    const struct chain *chain = find_chain(f, f->sketches[index].hash);
    uint32_t other = chain->hash ? chain->first : NO_SENTENCE;
    for (uint32_t i = 0; other != NO_SENTENCE && i < CQ_REPEAT_MOST_PARTNERS; i++) {
        add_shared(f, other, LEAST_SHARED);
        other = f->next[other];
    }
}

/* Earlier sentences that share rare words; then the sentence stands under its own. */
static void touch_sharing(finder *f, uint32_t index) {
    const cq_sentence *sentence = &f->doc->sentences.at[index];
    for (uint32_t t = sentence->first_token; t < sentence->end_token; t++) {
        const cq_token *token = &f->doc->tokens.at[t];
        if (weigh(f, token) != WEIGHT_RARE) continue;
        posting_list *list = &f->posted[token->word];
        uint32_t *sentences = &f->postings[list->first];
        if (list->len && sentences[list->len - 1] == index) continue; /* twice in it */
        for (uint32_t k = 0; k < list->len; k++) add_shared(f, sentences[k], 1);
        sentences[list->len++] = index;
    }
}

static int compare_indices(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Leaves the sentences that share enough, in their order. */
static void choose_candidates(finder *f) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < f->touched_count; i++) {
        uint32_t other = f->touched[i];
        if (f->shared[other] >= LEAST_SHARED) f->touched[kept++] = other;
        f->shared[other] = 0;
    }
    f->touched_count = kept;
    qsort(f->touched, kept, sizeof *f->touched, compare_indices);
}

static bool push_if_similar(cq_repeats *out, cq_arena *arena, finder *f, uint32_t first,
                            uint32_t second) {
    if (!may_be_similar(f, &f->sketches[first], &f->sketches[second])) return false;
    const word_set *a = get_set(f, first), *b = get_set(f, second);
    if (a->len < CQ_REPEAT_LEAST_WORDS || b->len < CQ_REPEAT_LEAST_WORDS) return false;
    uint32_t shared = count_shared(a, b);
    float similarity = (float)shared / (float)(a->len + b->len - shared);
    if (similarity < f->least) return false;
    const cq_sentence *sentences = f->doc->sentences.at;
    bool identical = is_identical(f->doc, &sentences[first], &sentences[second]);
    *CQ_ARRAY_PUSH(arena, out) = (cq_repeat){first, second, similarity, identical};
    return true;
}

static void match_sentence(cq_repeats *out, cq_arena *arena, finder *f, uint32_t index) {
    uint32_t partners = 0;
    f->touched_count = 0;
    touch_identical(f, index);
    touch_sharing(f, index);
    choose_candidates(f);
    for (uint32_t i = 0; i < f->touched_count && partners < CQ_REPEAT_MOST_PARTNERS; i++)
        partners += push_if_similar(out, arena, f, f->touched[i], index);
}

/* Puts a sentence behind those with the same words. */
static void chain_sentence(finder *f, uint32_t index) {
    struct chain *chain = find_chain(f, f->sketches[index].hash);
    if (chain->hash)
        f->next[chain->last] = index;
    else
        chain->first = index;
    chain->hash = f->sketches[index].hash;
    chain->last = index;
    f->next[index] = NO_SENTENCE;
}

static void begin(finder *f, const cq_frequencies *frequencies) {
    uint32_t sentences = f->doc->sentences.len, slots = 2;
    while (slots < sentences * 2) slots *= 2;
    weigh_words(f, frequencies);
    f->sketches = cq_arena_take(&f->scratch, sentences * sizeof *f->sketches);
    f->sets = CQ_ARENA_NEW_ARRAY(&f->scratch, word_set, sentences);
    f->shared = CQ_ARENA_NEW_ARRAY(&f->scratch, uint8_t, sentences);
    f->touched = cq_arena_take(&f->scratch, sentences * sizeof *f->touched);
    f->next = cq_arena_take(&f->scratch, sentences * sizeof *f->next);
    f->chains = CQ_ARENA_NEW_ARRAY(&f->scratch, struct chain, slots);
    f->chain_mask = slots - 1;
}

bool cq_repeat_find(cq_repeats *out, cq_arena *arena, const cq_doc *doc,
                    const cq_frequencies *frequencies, float least, const cq_patience *patience) {
    finder f = {.doc = doc, .least = least};
    bool is_done = true;
    cq_arena_init(&f.scratch);
    begin(&f, frequencies);
    for (uint32_t i = 0; i < doc->sentences.len && out->len < CQ_REPEAT_MOST_PAIRS; i++) {
        is_done = !cq_patience_is_over_at(patience, i);
        if (!is_done) break;
        sketch_sentence(&f, i);
        if (!f.sketches[i].hash) continue;
        match_sentence(out, arena, &f, i);
        chain_sentence(&f, i);
    }
    cq_arena_release(&f.scratch);
    return is_done;
}
