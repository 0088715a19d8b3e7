#include "learner.h"

#include "storage.h"
#include "text/tagger.h"

#include <math.h>
#include <stdio.h>

enum {
    KEYS = CQ_TAGGER_FEATURES,
    HIDES_BELOW = 20, /* forms as frequent as that are hidden too seldom to count their features */
};

/* A learner at work. */
typedef struct work {
    learner *l;
    const samples *samples;
    const learner_options *options;
    float *squares, *sums;
    uint64_t random;
    uint32_t right, total;
} work;

/* xorshift64 (Marsaglia 2003): the same numbers every time. */
static double draw(work *w) {
    w->random ^= w->random << 13;
    w->random ^= w->random >> 7;
    w->random ^= w->random << 17;
    return (double)(w->random >> 11) * 0x1p-53;
}

/* Leaves some features out, so that none is leant on too much. */
static void drop_keys(work *w, uint32_t keys[KEYS]) {
    uint32_t *moving = keys + KEYS - CQ_TAGGER_MOVING_COUNT;
    if (draw(w) < (double)w->options->forgetting)
        memset(moving, 0, sizeof *moving * CQ_TAGGER_MOVING_COUNT);
    for (int i = 0; i < KEYS; i++)
        if (draw(w) < (double)w->options->dropping) keys[i] = 0;
}

static void get_keys(uint32_t keys[KEYS], const cq_tagger_word *at, bool is_hidden, uint8_t before,
                     uint8_t before_that) {
    cq_tagger_feature_own(keys, at, is_hidden);
    cq_tagger_feature_near(keys + CQ_TAGGER_OWN_COUNT, at, is_hidden);
    cq_tagger_feature_far(keys + CQ_TAGGER_OWN_COUNT + CQ_TAGGER_NEAR_COUNT, at);
    cq_tagger_feature_moving(keys + KEYS - CQ_TAGGER_MOVING_COUNT, at, is_hidden, before,
                             before_that);
}

/* The keys of word `i`, which is replaced by its hidden self for the moment. */
static void get_sample_keys(uint32_t keys[KEYS], const sample *s, uint32_t i, bool is_hidden,
                            uint8_t before, uint8_t before_that) {
    cq_tagger_word *at = &s->words[i + CQ_TAGGER_EDGES], word = *at;
    if (is_hidden) *at = s->hidden[i + CQ_TAGGER_EDGES];
    get_keys(keys, at, is_hidden, before, before_that);
    *at = word;
}

static void count_keys(table *seen, uint32_t **counts, const uint32_t keys[KEYS]) {
    for (int i = 0; i < KEYS; i++) {
        if (!keys[i]) continue;
        uint32_t before = seen->count, at = table_get(seen, keys[i]);
        if (seen->count > before && (seen->count & (seen->count - 1)) == 0)
            *counts = storage_resize(*counts, (size_t)seen->count * 2, sizeof **counts);
        if (seen->count > before) (*counts)[at] = 0;
        (*counts)[at]++;
    }
}

static void count_sample(table *seen, uint32_t **counts, const sample *s) {
    uint8_t before = CQ_TAGGER_OUTSIDE, before_that = CQ_TAGGER_OUTSIDE;
    for (uint32_t i = 0; i < s->count; i++) {
        const sample_token *t = &s->tokens[i];
        uint32_t keys[KEYS];
        for (int hidden = 0; hidden < 2; hidden++) {
            if (t->given != CQ_TAGGER_EDGE || t->class == CQ_TAGGER_EDGE ||
                (hidden && t->count > HIDES_BELOW))
                continue;
            get_sample_keys(keys, s, i, hidden, before, before_that);
            count_keys(seen, counts, keys);
        }
        before_that = before;
        before = t->class == CQ_TAGGER_EDGE ? 0 : t->class;
    }
}

static void choose_features(work *w) {
    table seen = {0};
    uint32_t *counts = storage_new(2, sizeof *counts);
    for (uint32_t i = 0; i < w->samples->count; i++)
        count_sample(&seen, &counts, &w->samples->at[i]);
    w->l->counts = storage_new(seen.count, sizeof *w->l->counts);
    for (uint32_t i = 0; i < seen.count; i++)
        if (counts[i] >= w->options->least)
            w->l->counts[table_get(&w->l->features, seen.keys[i])] = counts[i];
    printf("%u features, %u of them often enough\n", seen.count, w->l->features.count);
    free(seen.keys);
    free(seen.slots);
    free(counts);
}

static unsigned find_rows(size_t rows[KEYS], const learner *l, const uint32_t keys[KEYS]) {
    unsigned count = 0;
    for (int i = 0; i < KEYS; i++) {
        uint32_t at = keys[i] ? table_find(&l->features, keys[i]) : TABLE_NONE;
        if (at != TABLE_NONE) rows[count++] = (size_t)at * l->stride;
    }
    return count;
}

static uint8_t find_best(const float *scores, uint32_t count) {
    uint32_t best = 0;
    for (uint32_t c = 1; c < count; c++)
        if (scores[c] > scores[best]) best = c;
    return (uint8_t)best;
}

static uint8_t score(float scores[CQ_TAGGER_CLASSES_MAX], const learner *l, const size_t *rows,
                     unsigned count) {
    memset(scores, 0, sizeof(float) * CQ_TAGGER_CLASSES_MAX);
    for (unsigned i = 0; i < count; i++)
        for (uint32_t c = 0; c < l->stride; c++) scores[c] += l->weights[rows[i] + c];
    return find_best(scores, l->class_count);
}

/* Moves the weights of the classes whose probability is off by more than a hundredth. */
static void learn(work *w, float *scores, uint8_t best, uint8_t class, const size_t *rows,
                  unsigned count) {
    float most = scores[best], sum = 0;
    for (uint32_t c = 0; c < w->l->class_count; c++) sum += scores[c] = expf(scores[c] - most);
    for (uint32_t c = 0; c < w->l->class_count; c++) {
        float gradient = scores[c] / sum - (c == class ? 1.0f : 0.0f);
        if (fabsf(gradient) < 0.01f) continue;
        for (unsigned i = 0; i < count; i++) {
            size_t at = rows[i] + c;
            w->squares[at] += gradient * gradient;
            w->l->weights[at] -= w->options->rate * gradient / sqrtf(w->squares[at] + 0.1f);
        }
    }
}

static uint8_t learn_word(work *w, const sample *s, uint32_t i, uint8_t before,
                          uint8_t before_that) {
    const sample_token *t = &s->tokens[i];
    float scores[CQ_TAGGER_CLASSES_MAX];
    uint32_t keys[KEYS];
    size_t rows[KEYS];
    if (t->given != CQ_TAGGER_EDGE) return t->given;
    bool is_hidden = draw(w) < (double)w->options->hiding / ((double)w->options->hiding + t->count);
    get_sample_keys(keys, s, i, is_hidden, before, before_that);
    drop_keys(w, keys);
    unsigned count = find_rows(rows, w->l, keys);
    uint8_t best = score(scores, w->l, rows, count);
    if (t->class == CQ_TAGGER_EDGE) return best;
    w->total++;
    w->right += best == t->class;
    learn(w, scores, best, t->class, rows, count);
    return best;
}

static void learn_sample(work *w, const sample *s, bool is_first_epoch) {
    uint8_t before = CQ_TAGGER_OUTSIDE, before_that = CQ_TAGGER_OUTSIDE;
    for (uint32_t i = 0; i < s->count; i++) {
        uint8_t class = learn_word(w, s, i, before, before_that);
        bool is_told = is_first_epoch && s->tokens[i].class != CQ_TAGGER_EDGE;
        before_that = before;
        before = is_told && s->tokens[i].given == CQ_TAGGER_EDGE ? s->tokens[i].class : class;
    }
}

static void shuffle(work *w, uint32_t *order, uint32_t count) {
    for (uint32_t i = count; i > 1; i--) {
        uint32_t j = (uint32_t)(draw(w) * i), kept = order[i - 1];
        order[i - 1] = order[j];
        order[j] = kept;
    }
}

/* Adds the weights of the later epochs to the sums; returns how often. */
static uint32_t run_epochs(work *w, uint32_t *order, size_t size) {
    uint32_t added = 0;
    for (uint32_t epoch = 0; epoch < w->options->epochs; epoch++) {
        w->right = w->total = 0;
        shuffle(w, order, w->samples->count);
        for (uint32_t i = 0; i < w->samples->count; i++)
            learn_sample(w, &w->samples->at[order[i]], epoch == 0);
        printf("epoch %u: %.4f right while learning\n", epoch + 1, (double)w->right / w->total);
        fflush(stdout);
        if (epoch < w->options->epochs / 2) continue;
        added++;
        for (size_t i = 0; i < size; i++) w->sums[i] += w->l->weights[i];
    }
    return added;
}

static void run_runs(work *w, size_t size) {
    uint32_t *order = storage_new(w->samples->count, sizeof *order), added = 0;
    for (uint32_t i = 0; i < w->samples->count; i++) order[i] = i;
    for (uint32_t run = 0; run < w->options->runs; run++) {
        memset(w->l->weights, 0, size * sizeof *w->l->weights);
        memset(w->squares, 0, size * sizeof *w->squares);
        added += run_epochs(w, order, size);
    }
    for (size_t i = 0; i < size; i++) w->l->weights[i] = w->sums[i] / (float)added;
    free(order);
}

void learner_run(learner *l, const samples *s, uint32_t class_count,
                 const learner_options *options) {
    work w = {.l = l, .samples = s, .options = options, .random = 88172645463325252u};
    *l = (learner){.class_count = class_count, .stride = (class_count + 15) & ~15u};
    choose_features(&w);
    size_t size = (size_t)l->features.count * l->stride;
    l->weights = storage_new(size, sizeof(float));
    w.squares = storage_new(size, sizeof(float));
    w.sums = storage_new(size, sizeof(float));
    run_runs(&w, size);
    free(w.squares);
    free(w.sums);
}
