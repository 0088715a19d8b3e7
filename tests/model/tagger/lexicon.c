#include "lexicon.h"

#include "base/io.h"
#include "storage.h"
#include "text/tagger.h"

#include <stdio.h>

enum {
    KNOWN = 3,    /* a form as frequent as that has a group of its own */
    RARE = 3,     /* forms up to that show what unknown words are like */
    CERTAIN = 10, /* a form is given from here on */
    CERTAIN_PERMILLE = 995,
    GROUPS = 254,
    NAME = 400,
};

static void add_count(table *t, lexicon_word **words, uint32_t key, uint8_t class) {
    uint32_t before = t->count, at = table_get(t, key);
    if (t->count > before && (t->count & (t->count - 1)) == 0)
        *words = storage_resize(*words, (size_t)t->count * 2, sizeof **words);
    if (t->count > before) memset(&(*words)[at], 0, sizeof **words);
    (*words)[at].counts[class]++;
    (*words)[at].total++;
}

static lexicon_base *get_base(table *t, lexicon_base **bases, uint32_t key) {
    uint32_t before = t->count, at = table_get(t, key);
    if (t->count > before && (t->count & (t->count - 1)) == 0)
        *bases = storage_resize(*bases, (size_t)t->count * 2, sizeof **bases);
    if (t->count > before) memset(&(*bases)[at], 0, sizeof **bases);
    return &(*bases)[at];
}

static uint32_t share_key(uint32_t base, uint32_t form) {
    return cq_tagger_key(1000, base, form);
}

/* Calls `visit` for each labelled token. */
static void visit_tokens(lexicon *l, const corpus *c,
                         void (*visit)(lexicon *, corpus_doc *, uint32_t, const cq_tagger_word *)) {
    for (uint32_t d = 0; d < c->docs.len; d++) {
        corpus_doc *doc = c->docs.at[d];
        for (uint32_t s = 0; s < doc->doc.sentences.len; s++) {
            const cq_sentence *sentence = &doc->doc.sentences.at[s];
            uint32_t count = sentence->end_token - sentence->first_token;
            cq_tagger_word *words = storage_new(count + 2 * CQ_TAGGER_EDGES, sizeof *words);
            corpus_read_words(words, doc, sentence);
            for (uint32_t i = 0; i < count; i++)
                if (doc->labels[sentence->first_token + i].upos)
                    visit(l, doc, sentence->first_token + i, &words[i + CQ_TAGGER_EDGES]);
            free(words);
        }
    }
}

static void count_token(lexicon *l, corpus_doc *doc, uint32_t token, const cq_tagger_word *word) {
    const corpus_label *label = &doc->labels[token];
    cq_word lemma = cq_intern_fold(&doc->words, cq_str_of(label->lemma));
    uint32_t base = cq_tagger_hash(cq_intern_text(&doc->words, lemma));
    unsigned bit = inventory_bit(label->upos);
    add_count(&l->forms, &l->words, word->form, inventory_classify(l->inventory, label));
    if (strcmp(label->upos, "PUNCT") == 0) return;
    get_base(&l->bases, &l->of_base, base)->counts[bit]++;
    get_base(&l->shares, &l->of_share, share_key(base, word->form))->counts[bit]++;
}

static void count_ending(lexicon *l, corpus_doc *doc, uint32_t token, const cq_tagger_word *word) {
    uint8_t class = inventory_classify(l->inventory, &doc->labels[token]);
    if (lexicon_count(l, word->form) > RARE || word->shape & CQ_TAGGER_MARK) return;
    for (uint32_t n = 1; n <= 3; n++)
        if (word->ending[n - 1])
            add_count(&l->endings, &l->groups,
                      cq_tagger_key(CQ_TAGGER_SPACE_ENDING, word->ending[n - 1], word->shape),
                      class);
}

/* The words of a list, folded, in the arena. */
static cq_strs read_list(cq_arena *arena, const char *folder, const char *name) {
    cq_strs list = {0};
    cq_buf bytes = {0};
    cq_err err;
    cq_intern words;
    cq_intern_init(&words);
    cq_str path = cq_str_format(arena, "%s/%s.txt", folder, name);
    if (!cq_io_read_file(&bytes, path.ptr, &err)) {
        fprintf(stderr, "%s\n", err.message);
        exit(2);
    }
    cq_buf_push(&bytes, 0);
    for (char *word = strtok(bytes.ptr, " \n"); word; word = strtok(NULL, " \n")) {
        cq_str folded = cq_intern_text(&words, cq_intern_fold(&words, cq_str_of(word)));
        *CQ_ARRAY_PUSH(arena, &list) = cq_str_dup(arena, folded);
    }
    cq_buf_release(&bytes);
    cq_intern_release(&words);
    return list;
}

static void add_listed(lexicon *l, cq_str base, const char *upos) {
    get_base(&l->bases, &l->of_base, cq_tagger_hash(base))->listed |=
        (uint8_t)(1u << inventory_bit(upos));
}

static void read_words(lexicon *l, const char *folder, const char *name, const char *upos) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_strs list = read_list(&arena, folder, name);
    for (uint32_t i = 0; i < list.len; i++) add_listed(l, list.at[i], upos);
    cq_arena_release(&arena);
}

/* Pairs of an irregular form and its lemma. A form that the corpus has not, and that is no lemma,
   is taken to be of the class of `label` always. */
static void read_pairs(lexicon *l, const char *folder, const char *name, cq_stem_ending ending,
                       const corpus_label *label) {
    uint8_t class = inventory_classify(l->inventory, label);
    cq_arena arena;
    cq_arena_init(&arena);
    cq_strs list = read_list(&arena, folder, name);
    for (uint32_t i = 0; i + 1 < list.len; i += 2) {
        uint32_t form = cq_tagger_hash(list.at[i]);
        bool is_plural = ending == CQ_STEM_S && !cq_str_is_equal(list.at[i], list.at[i + 1]) &&
                         lexicon_count(l, form) == 0;
        get_base(&l->bases, &l->of_base, form)->irregular = (uint8_t)ending;
        add_listed(l, list.at[i + 1], label->upos);
        for (int n = 0; is_plural && n < CERTAIN; n++) add_count(&l->forms, &l->words, form, class);
    }
    cq_arena_release(&arena);
}

static uint8_t find_commonest(const lexicon_word *word) {
    uint8_t best = 0;
    for (uint8_t i = 1; i < CQ_TAGGER_CLASSES_MAX; i++)
        if (word->counts[i] > word->counts[best]) best = i;
    return best;
}

/* A group is the commonest class, and those of at least one word in twenty. */
static void name_group(char out[NAME], const lexicon_word *word) {
    size_t used = (size_t)snprintf(out, NAME, "%u:", find_commonest(word));
    for (unsigned i = 0; i < CQ_TAGGER_CLASSES_MAX && used < NAME - 8; i++)
        if (word->counts[i] && word->counts[i] * 20 >= word->total)
            used += (size_t)snprintf(out + used, NAME - used, "%u,", i);
}

/* Groups by name, the commonest first. */
typedef struct groups {
    char (*names)[NAME];
    uint64_t *weights;
    uint32_t count;
} groups;

static void add_group(groups *g, const char *name, uint64_t weight) {
    uint32_t i = 0;
    while (i < g->count && strcmp(g->names[i], name) != 0) i++;
    if (i == g->count) {
        g->names = storage_resize(g->names, ++g->count, sizeof *g->names);
        g->weights = storage_resize(g->weights, g->count, sizeof *g->weights);
        snprintf(g->names[i], NAME, "%s", name);
        g->weights[i] = 0;
    }
    g->weights[i] += weight;
}

static void collect_groups(groups *g, const lexicon *l) {
    char name[NAME];
    for (unsigned i = 0; i < l->inventory->count; i++) {
        snprintf(name, sizeof name, "%u:%u,", i, i);
        add_group(g, name, UINT32_MAX - i); /* every class has one */
    }
    for (uint32_t i = 0; i < l->forms.count; i++) {
        if (l->words[i].total < KNOWN) continue;
        name_group(name, &l->words[i]);
        add_group(g, name, l->words[i].total);
    }
    for (uint32_t i = 0; i < g->count && i < GROUPS; i++)
        for (uint32_t j = i + 1; j < g->count; j++)
            if (g->weights[j] > g->weights[i]) {
                char other[NAME];
                uint64_t weight = g->weights[i];
                memcpy(other, g->names[i], NAME);
                memcpy(g->names[i], g->names[j], NAME);
                memcpy(g->names[j], other, NAME);
                g->weights[i] = g->weights[j];
                g->weights[j] = weight;
            }
    g->count = g->count < GROUPS ? g->count : GROUPS;
}

/* The group of a word; where it has none of its own, that of its commonest class. */
static uint8_t find_group(const groups *g, const lexicon_word *word) {
    char name[NAME];
    name_group(name, word);
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < g->count; i++)
            if (strcmp(g->names[i], name) == 0) return (uint8_t)(i + 1);
        snprintf(name, sizeof name, "%u:%u,", find_commonest(word), find_commonest(word));
    }
    return 0;
}

static void settle_words(lexicon *l, const groups *g) {
    for (uint32_t i = 0; i < l->forms.count; i++) {
        lexicon_word *word = &l->words[i];
        uint8_t best = find_commonest(word);
        bool is_certain = word->total >= CERTAIN && (uint64_t)word->counts[best] * 1000 >=
                                                        (uint64_t)word->total * CERTAIN_PERMILLE;
        word->group = word->total >= KNOWN ? find_group(g, word) : 0;
        word->given = is_certain ? best : CQ_TAGGER_EDGE;
    }
    for (uint32_t i = 0; i < l->endings.count; i++)
        l->groups[i].group = l->groups[i].total >= KNOWN ? find_group(g, &l->groups[i]) : 0;
}

void lexicon_init(lexicon *l, const inventory *v, const corpus *c, const char *folder) {
    static const corpus_label plural = {"NOUN", "Number=Plur", "", false};
    static const corpus_label past = {"VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "", false};
    groups g = {0};
    *l = (lexicon){.inventory = v};
    l->words = storage_new(2, sizeof *l->words);
    l->groups = storage_new(2, sizeof *l->groups);
    l->of_base = storage_new(2, sizeof *l->of_base);
    l->of_share = storage_new(2, sizeof *l->of_share);
    visit_tokens(l, c, count_token);
    visit_tokens(l, c, count_ending);
    read_words(l, folder, "nouns", "NOUN");
    read_words(l, folder, "verbs", "VERB");
    read_pairs(l, folder, "irregular-plurals", CQ_STEM_S, &plural);
    read_pairs(l, folder, "irregular-verbs", CQ_STEM_ED, &past);
    read_words(l, folder, "adjectives", "ADJ");
    read_words(l, folder, "adverbs", "ADV");
    read_words(l, folder, "names", "PROPN");
    read_words(l, folder, "places", "PROPN");
    read_words(l, folder, "interjections", "INTJ");
    collect_groups(&g, l);
    settle_words(l, &g);
    free(g.names);
    free(g.weights);
}

uint32_t lexicon_count(const lexicon *l, uint32_t form) {
    uint32_t at = table_find(&l->forms, form);
    return at == TABLE_NONE ? 0 : l->words[at].total;
}

static uint16_t make_entry(const lexicon_base *base, const lexicon_base *without) {
    uint32_t total = 0, counts[8];
    unsigned bits = base->listed;
    for (unsigned i = 0; i < 8; i++)
        total += counts[i] = base->counts[i] - (without ? without->counts[i] : 0);
    for (unsigned i = 0; i < 8; i++)
        if (counts[i] && counts[i] * 20 >= total) bits |= 1u << i;
    return (uint16_t)(bits | (unsigned)base->irregular << 8);
}

uint16_t lexicon_entry(const lexicon *l, uint32_t number) {
    return make_entry(&l->of_base[number], NULL);
}

static uint16_t find_base(const lexicon *l, uint32_t base, uint32_t form, bool is_hidden) {
    uint32_t at = table_find(&l->bases, base);
    uint32_t share = is_hidden ? table_find(&l->shares, share_key(base, form)) : TABLE_NONE;
    if (at == TABLE_NONE) return 0;
    return make_entry(&l->of_base[at], share == TABLE_NONE ? NULL : &l->of_share[share]);
}

static void look_up_bases(const lexicon *l, cq_tagger_word *word, cq_str folded, bool is_hidden) {
    cq_stem stems[CQ_STEM_MAX];
    unsigned count = cq_stem_list(stems, folded);
    uint32_t host = cq_tagger_hash(cq_stem_host(folded));
    cq_tagger_word_bases(word, find_base(l, host, word->form, is_hidden));
    for (unsigned i = 0; i < count && !word->stem; i++) {
        uint32_t stem = cq_tagger_hash_stem(folded, &stems[i]);
        word->stem = (uint8_t)find_base(l, stem, word->form, is_hidden);
        word->stem_ending = word->stem ? stems[i].ending : 0;
    }
}

static uint8_t find_group_of_ending(const lexicon *l, const cq_tagger_word *word) {
    for (uint32_t n = 3; n > 0; n--) {
        uint32_t key = cq_tagger_key(CQ_TAGGER_SPACE_ENDING, word->ending[n - 1], word->shape);
        uint32_t at = word->ending[n - 1] ? table_find(&l->endings, key) : TABLE_NONE;
        if (at != TABLE_NONE && l->groups[at].group) return l->groups[at].group;
    }
    return 0;
}

uint8_t lexicon_look_up(const lexicon *l, cq_tagger_word *word, cq_str folded, bool is_hidden) {
    uint32_t at = is_hidden ? TABLE_NONE : table_find(&l->forms, word->form);
    bool is_known = at != TABLE_NONE && l->words[at].group;
    look_up_bases(l, word, folded, is_hidden);
    word->group = is_known ? l->words[at].group : find_group_of_ending(l, word);
    return at == TABLE_NONE ? CQ_TAGGER_EDGE : l->words[at].given;
}
