/* Makes the tagger's model: train TREEBANK.conllu WORDS-FOLDER MODEL. The same input gives the same
   bytes. README.md says what it learns from. */
#include "feats.h"
#include "learner.h"
#include "lemmas.h"
#include "storage.h"

#include <math.h>
#include <stdio.h>

/* Weights below are left out. */
static const float least_weight = 0.09f;

static const learner_options options = {.runs = 4,
                                        .epochs = 6,
                                        .least = 3,
                                        .rate = 0.08f,
                                        .hiding = 1,
                                        .forgetting = 0.3f,
                                        .dropping = 0.15f};

static void pack_lexicon(packer *p, const lexicon *l) {
    for (uint32_t i = 0; i < l->forms.count; i++) {
        const lexicon_word *word = &l->words[i];
        unsigned given = word->given == CQ_TAGGER_EDGE ? 0 : word->given + 1u;
        uint16_t cell = (uint16_t)(word->group | given << 8);
        if (cell) packer_put(p, cq_tagger_key(CQ_TAGGER_SPACE_WORD, l->forms.keys[i], 0), cell);
    }
    for (uint32_t i = 0; i < l->endings.count; i++) {
        uint16_t cell = l->groups[i].group;
        if (cell) packer_put(p, l->endings.keys[i], cell);
    }
    for (uint32_t i = 0; i < l->bases.count; i++) {
        uint16_t cell = lexicon_entry(l, i);
        if (cell) packer_put(p, cq_tagger_key(CQ_TAGGER_SPACE_BASE, l->bases.keys[i], 0), cell);
    }
    printf("lexicon: %u forms, %u endings, %u dictionary forms\n", l->forms.count, l->endings.count,
           l->bases.count);
}

static float find_step(const learner *l) {
    float most = 0;
    for (size_t i = 0; i < (size_t)l->features.count * l->stride; i++)
        most = fmaxf(most, fabsf(l->weights[i]));
    return most / 127.0f;
}

/* The cells of a feature's weights; returns how many there are. */
static uint32_t make_row(uint16_t row[CQ_TAGGER_CLASSES_MAX], const learner *l, uint32_t feature,
                         float step) {
    uint32_t count = 0;
    for (uint32_t c = 0; c < l->class_count; c++) {
        float weight = l->weights[(size_t)feature * l->stride + c];
        int rounded = (int)lrintf(weight / step);
        if (fabsf(weight) >= least_weight && rounded)
            row[count++] = (uint16_t)(c | (unsigned)(rounded & 255) << 8);
    }
    if (count) row[count - 1] |= 128;
    return count;
}

typedef struct rank {
    uint32_t feature, count;
} rank;

static int compare_ranks(const void *a, const void *b) {
    const rank *x = a, *y = b;
    if (x->count != y->count) return x->count > y->count ? -1 : 1;
    return x->feature < y->feature ? -1 : 1;
}

/* The commonest features come first, and so stand where they are looked for first. */
static void pack_weights(packer *p, const learner *l, float step) {
    rank *ranks = storage_new(l->features.count, sizeof *ranks);
    uint16_t row[CQ_TAGGER_CLASSES_MAX];
    for (uint32_t i = 0; i < l->features.count; i++) ranks[i] = (rank){i, l->counts[i]};
    qsort(ranks, l->features.count, sizeof *ranks, compare_ranks);
    for (uint32_t i = 0; i < l->features.count; i++) {
        uint32_t count = make_row(row, l, ranks[i].feature, step);
        if (count) packer_put_weights(p, l->features.keys[ranks[i].feature], row, count);
    }
    free(ranks);
}

static void make_model(const char *treebank, const char *words, const char *path) {
    corpus c;
    inventory v;
    lexicon l;
    samples s;
    learner learned;
    packer p;
    corpus_open(&c, treebank);
    inventory_init(&v, &c);
    lexicon_init(&l, &v, &c, words);
    samples_init(&s, &l, &c, true);
    printf("%u documents, %u sentences, %u classes\n", c.docs.len, s.count, v.count);
    packer_init(&p);
    pack_lexicon(&p, &l);
    feats_pack(&p, v.classes, &v, &s);
    lemmas_pack(&p, &v, &s, words);
    learner_run(&learned, &s, v.count, &options);
    float step = find_step(&learned);
    pack_weights(&p, &learned, step);
    packer_write(&p, path, v.classes, v.count, step);
    corpus_close(&c);
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: train TREEBANK.conllu WORDS-FOLDER MODEL\n");
        return 2;
    }
    make_model(argv[1], argv[2], argv[3]);
    return 0;
}
