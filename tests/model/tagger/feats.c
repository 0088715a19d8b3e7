#include "feats.h"

#include "storage.h"

#include <stdio.h>

enum { STRINGS = 1024, LONGEST = 256 };

/* Counts of packed features under keys. */
typedef struct counts {
    table keys;
    uint32_t (*of)[STRINGS]; /* by number of key and of features */
    uint32_t capacity;
} counts;

static void count(counts *c, uint32_t key, uint16_t feats) {
    uint32_t before = c->keys.count, at = table_get(&c->keys, key);
    if (at >= c->capacity) {
        c->capacity = c->capacity ? c->capacity * 2 : 1024;
        c->of = storage_resize(c->of, c->capacity, sizeof *c->of);
    }
    if (c->keys.count > before) memset(c->of[at], 0, sizeof c->of[at]);
    if (feats < STRINGS) c->of[at][feats]++;
}

static uint16_t find_commonest(const counts *c, uint32_t key) {
    uint32_t at = table_find(&c->keys, key);
    uint16_t best = 0;
    for (uint16_t i = 1; at != TABLE_NONE && i < STRINGS; i++)
        if (c->of[at][i] > c->of[at][best]) best = i;
    return best;
}

static int compare_features(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorted by name, without what is said of the spelling or of several words together. */
static void clean(char out[LONGEST], const char *feats) {
    char copy[LONGEST], *parts[32], *rest = NULL;
    size_t count = 0, used = 0;
    snprintf(copy, sizeof copy, "%s", feats);
    for (char *part = strtok_r(copy, "|", &rest); part; part = strtok_r(NULL, "|", &rest))
        if (count < 32 && strncmp(part, "Typo=", 5) != 0 && strncmp(part, "ExtPos=", 7) != 0)
            parts[count++] = part;
    qsort(parts, count, sizeof *parts, compare_features);
    out[0] = '\0';
    for (size_t i = 0; i < count; i++)
        used += (size_t)snprintf(out + used, LONGEST - used, "%s%s", i ? "|" : "", parts[i]);
}

static int find_subject(const char *feats) {
    bool is_plural = strstr(feats, "Number=Plur") != NULL;
    if (strstr(feats, "Person=1")) return is_plural ? CQ_TAGGER_SUBJECT_WE : CQ_TAGGER_SUBJECT_I;
    if (strstr(feats, "Person=2")) return CQ_TAGGER_SUBJECT_YOU;
    if (strstr(feats, "Person=3")) return is_plural ? CQ_TAGGER_SUBJECT_THEY : CQ_TAGGER_SUBJECT_IT;
    return -1;
}

static uint32_t agreement_key(uint32_t class, uint32_t subject) {
    return cq_tagger_key(CQ_TAGGER_SPACE_AGREEMENT, subject, class);
}

static uint32_t word_key(uint32_t class, cq_str folded) {
    return cq_tagger_key(CQ_TAGGER_SPACE_FEATS, cq_tagger_hash(folded), class);
}

static void count_token(packer *p, counts *c, const inventory *v, const sample_token *t) {
    char feats[LONGEST];
    if (t->class == CQ_TAGGER_EDGE) return;
    clean(feats, t->label->feats);
    uint16_t index = packer_feats(p, feats);
    int subject = find_subject(feats);
    count(c, t->class, index);
    if (v->classes[t->class].role < CQ_TAGGER_ROLE_PAST)
        count(c, word_key(t->class, t->folded), index);
    else if (subject >= 0)
        count(c, agreement_key(t->class, (uint32_t)subject), index);
}

static void pack_word(packer *p, counts *c, const cq_tagger_class *classes, table *done,
                      const sample_token *t) {
    if (t->class == CQ_TAGGER_EDGE || classes[t->class].role >= CQ_TAGGER_ROLE_PAST) return;
    uint32_t key = word_key(t->class, t->folded), before = done->count;
    table_get(done, key);
    uint16_t feats = find_commonest(c, key);
    if (done->count > before && feats != classes[t->class].feats) packer_put(p, key, feats);
}

void feats_pack(packer *p, cq_tagger_class *classes, const inventory *v, const samples *s) {
    counts c = {0};
    table done = {0};
    uint32_t before = p->value_keys.count;
    for (uint32_t i = 0; i < s->count; i++)
        for (uint32_t t = 0; t < s->at[i].count; t++) count_token(p, &c, v, &s->at[i].tokens[t]);
    for (uint32_t i = 0; i < v->count; i++) {
        classes[i].feats = find_commonest(&c, i);
        for (uint32_t n = 0; n < CQ_TAGGER_SUBJECT_COUNT; n++) {
            uint16_t feats = find_commonest(&c, agreement_key(i, n));
            if (feats && classes[i].role >= CQ_TAGGER_ROLE_PAST)
                packer_put(p, agreement_key(i, n), feats);
        }
    }
    for (uint32_t i = 0; i < s->count; i++)
        for (uint32_t t = 0; t < s->at[i].count; t++)
            pack_word(p, &c, classes, &done, &s->at[i].tokens[t]);
    printf("features: %u strings, %u words\n", p->feats.len, p->value_keys.count - before);
    free(c.of);
}
