#include "inventory.h"

#include "storage.h"
#include "text/tag.h"

#include <stdio.h>

enum { NAMES = 1024, RARE = 15, LONGEST = 256 };

static bool is_of(const char *a, const char *b) {
    return strcmp(a, b) == 0;
}

static bool has_prefix(const char *s, const char *prefix) {
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

static bool is_verb(const char *upos) {
    return is_of(upos, "VERB") || is_of(upos, "AUX");
}

/* Whether a feature is one that the words around decide on, rather than the word itself. */
static bool is_telling(const char *upos, const char *feature, bool is_third) {
    static const char *const verbal[] = {"Tense", "VerbForm", "Mood", "Polarity", "Clitic"};
    if (is_verb(upos)) {
        for (size_t i = 0; i < sizeof verbal / sizeof *verbal; i++)
            if (has_prefix(feature, verbal[i])) return true;
        if (has_prefix(feature, "Voice")) return is_of(upos, "VERB");
        return is_third && (has_prefix(feature, "Number") || has_prefix(feature, "Person"));
    }
    if (is_of(upos, "NOUN") || is_of(upos, "PROPN"))
        return has_prefix(feature, "Number") || has_prefix(feature, "Case");
    if (is_of(upos, "ADJ") || is_of(upos, "ADV"))
        return is_of(feature, "Degree=Cmp") || is_of(feature, "Degree=Sup") ||
               has_prefix(feature, "PronType") || has_prefix(feature, "Clitic");
    if (is_of(upos, "PRON") || is_of(upos, "DET"))
        return has_prefix(feature, "PronType") || has_prefix(feature, "Clitic") ||
               (is_of(upos, "PRON") && has_prefix(feature, "Case"));
    return false;
}

static void name_class(char out[LONGEST], const corpus_label *label) {
    const char *feats = label->feats;
    bool is_third =
        strstr(feats, "Number=Sing") && strstr(feats, "Person=3") && strstr(feats, "Tense=Pres");
    size_t used = (size_t)snprintf(out, LONGEST, "%s", label->upos);
    while (*feats) {
        char feature[64];
        size_t length = strcspn(feats, "|");
        snprintf(feature, sizeof feature, "%.*s", (int)length, feats);
        const char *kept = is_of(feature, "Mood=Sub") ? "Mood=Ind" : feature;
        if (is_telling(label->upos, feature, is_third) && used + length + 2 < LONGEST)
            used += (size_t)snprintf(out + used, LONGEST - used, "|%s", kept);
        feats += length + (feats[length] == '|');
    }
}

static void split_upos(char upos[16], const char *name) {
    snprintf(upos, 16, "%.*s", (int)strcspn(name, "|"), name);
}

/* The name of the rule that makes lemmas of a class. */
static void name_kind(char out[LONGEST], const char *name) {
    char upos[16];
    split_upos(upos, name);
    snprintf(out, LONGEST, "%s", name);
    if (is_verb(upos)) {
        const char *form = strstr(name, "Tense=Past")                              ? "past"
                           : strstr(name, "Person=3")                              ? "s"
                           : strstr(name, "VerbForm=Ger") || strstr(name, "=Part") ? "ing"
                                                                                   : "base";
        snprintf(out, LONGEST, "%s|%s%s%s", upos, form, strstr(name, "Neg") ? "|not" : "",
                 strstr(name, "Clitic") ? "|clitic" : "");
    }
}

static uint8_t find_role(const char *name) {
    bool is_noun = has_prefix(name, "NOUN") || has_prefix(name, "PROPN");
    if (is_noun && !strstr(name, "Case=Gen"))
        return strstr(name, "Number=Plur") ? CQ_TAGGER_ROLE_PLURAL : CQ_TAGGER_ROLE_SINGULAR;
    if (has_prefix(name, "PRON|Case=Nom")) return CQ_TAGGER_ROLE_NOMINATIVE;
    if (has_prefix(name, "ADP")) return CQ_TAGGER_ROLE_PREPOSITION;
    if (!strstr(name, "Mood=Ind") || strstr(name, "Person=3")) return CQ_TAGGER_ROLE_NONE;
    return strstr(name, "Tense=Past") ? CQ_TAGGER_ROLE_PAST : CQ_TAGGER_ROLE_PRESENT;
}

static uint8_t find_kind(inventory *v, const char *name) {
    char kind[LONGEST];
    uint8_t i = 0;
    name_kind(kind, name);
    while (i < v->kind_count && !is_of(v->kinds[i], kind)) i++;
    if (i == v->kind_count) v->kinds[v->kind_count++] = cq_str_dup(&v->arena, cq_str_of(kind)).ptr;
    return i;
}

static void add_class(inventory *v, const char *name) {
    char upos[16];
    split_upos(upos, name);
    v->names[v->count] = name;
    v->classes[v->count++] = (cq_tagger_class){
        .upos = (uint8_t)cq_upos_of_name(cq_str_of(upos)),
        .lemma_kind = find_kind(v, name),
        .role = find_role(name),
    };
}

/* Names of classes with their numbers of words. */
typedef struct tally {
    const char *names[NAMES];
    uint32_t counts[NAMES], count;
} tally;

static void count_label(tally *t, cq_arena *arena, const corpus_label *label) {
    char name[LONGEST];
    uint32_t i = 0;
    name_class(name, label);
    while (i < t->count && !is_of(t->names[i], name)) i++;
    if (i == t->count && t->count < NAMES)
        t->names[t->count++] = cq_str_dup(arena, cq_str_of(name)).ptr;
    if (i < t->count) t->counts[i]++;
}

static uint32_t find_commonest(const tally *t) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < t->count; i++)
        if (t->counts[i] > t->counts[best]) best = i;
    return best;
}

void inventory_init(inventory *v, const corpus *c) {
    tally *t = storage_new(1, sizeof *t);
    *v = (inventory){0};
    cq_arena_init(&v->arena);
    for (uint32_t d = 0; d < c->docs.len; d++)
        for (uint32_t i = 0; i < c->docs.at[d]->doc.tokens.len; i++)
            if (c->docs.at[d]->labels[i].upos) count_label(t, &v->arena, &c->docs.at[d]->labels[i]);
    for (uint32_t best; v->count < CQ_TAGGER_CLASSES_MAX - 1; t->counts[best] = 0) {
        best = find_commonest(t);
        if (t->counts[best] < RARE) break;
        add_class(v, t->names[best]);
    }
    free(t);
}

uint8_t inventory_classify(const inventory *v, const corpus_label *label) {
    char name[LONGEST];
    uint8_t i = 0;
    name_class(name, label);
    while (i < v->count && !is_of(v->names[i], name)) i++;
    if (i < v->count) return i;
    unsigned upos = cq_upos_of_name(cq_str_of(label->upos));
    for (i = 0; i < v->count && v->classes[i].upos != upos;) i++;
    return i < v->count ? i : 0;
}

unsigned inventory_bit(const char *upos) {
    static const char *const names[] = {"NOUN", "VERB", "ADJ", "ADV", "PROPN", "INTJ", "NUM"};
    unsigned bit = 0;
    while (bit < 7 && !is_of(upos, names[bit])) bit++;
    return bit;
}
