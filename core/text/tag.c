#include "text/tag.h"

#include "text/agreement.h"
#include "text/lemma.h"
#include "text/tagger.h"

enum { LEAST = 64, MOST = 2048 /* sizes of memories */ };

/* What a word in a class came to the last time; most words of a text come again. */
typedef struct recollection {
    cq_word word, lemma;
    uint16_t class, feats; /* class + 1, so that 0 is no memory */
} recollection;

/* What a document keeps; in its arena for tags. */
typedef struct cq_tag_cache {
    cq_casing casing;
    const cq_tag **sentences; /* NULL where nobody has asked yet */
    cq_tagger_memory memory;
    recollection *recollections; /* each word and class has one place, where the last one stays */
    uint32_t size;               /* of both memories; a power of two */
} cq_tag_cache;

/* A sentence at work. */
typedef struct work {
    cq_doc *doc;
    const cq_tagger_model *model;
    const cq_sentence *sentence;
    uint32_t count;
    uint8_t *classes;
    uint16_t *feats;
    cq_tag *tags;
} work;

static const cq_token *token_at(const work *w, uint32_t i) {
    return &w->doc->tokens.at[w->sentence->first_token + i];
}

static cq_str text_at(const work *w, uint32_t i) {
    return cq_intern_text(w->doc->words, token_at(w, i)->word);
}

static uint16_t find_feats(const cq_tagger_model *model, uint32_t space, uint32_t class,
                           uint32_t what, uint16_t otherwise) {
    uint32_t feats = cq_tagger_model_get(model, cq_tagger_key(space, what, class));
    return feats == CQ_TAGGER_NONE ? otherwise : (uint16_t)feats;
}

/* Which form of a verb's features agrees with its subject. */
static uint16_t find_agreeing(const work *w, uint32_t i) {
    cq_tagger_subject subject = cq_agreement_find(w->model, w->classes, w->feats, w->count, i);
    subject = cq_agreement_correct(subject, text_at(w, i));
    return find_feats(w->model, CQ_TAGGER_SPACE_AGREEMENT, w->classes[i], subject, w->feats[i]);
}

static cq_word make_lemma(const work *w, uint32_t i) {
    char buffer[256];
    cq_str folded = text_at(w, i);
    if (folded.len + CQ_LEMMA_GROWTH > sizeof buffer) return token_at(w, i)->word;
    const cq_tagger_class *class = &w->model->classes[w->classes[i]];
    cq_str lemma = cq_lemma_make(buffer, w->model, class, folded);
    bool is_same = lemma.ptr == folded.ptr;
    return is_same ? token_at(w, i)->word : cq_intern_get(w->doc->words, lemma);
}

/* The lemma and features of a word, but for its agreement with others. */
static const recollection *remember(work *w, uint32_t i) {
    uint32_t class = w->classes[i];
    cq_word word = token_at(w, i)->word;
    cq_tag_cache *cache = w->doc->tags;
    recollection *m = &cache->recollections[(word * 31 + class) & (cache->size - 1)];
    if (m->word == word && m->class == class + 1) return m;
    m->word = word;
    m->class = (uint16_t)(class + 1);
    m->feats = find_feats(w->model, CQ_TAGGER_SPACE_FEATS, class, cq_tagger_hash(text_at(w, i)),
                          w->model->classes[class].feats);
    m->lemma = make_lemma(w, i);
    return m;
}

static void choose_feats(work *w) {
    for (uint32_t i = 0; i < w->count; i++) {
        const recollection *m = remember(w, i);
        w->feats[i] = m->feats;
        w->tags[i].lemma = m->lemma;
    }
    for (uint32_t i = 0; i < w->count; i++)
        if (w->model->classes[w->classes[i]].role >= CQ_TAGGER_ROLE_PAST)
            w->feats[i] = find_agreeing(w, i);
}

/* What no treebank has; a mark is never a word. */
static cq_upos correct_upos(cq_token_kind kind, cq_upos upos) {
    switch (kind) {
    case CQ_TOKEN_PLACEHOLDER:
    case CQ_TOKEN_IDEOGRAPH:
    case CQ_TOKEN_OTHER: return CQ_UPOS_X;
    case CQ_TOKEN_EMOJI: return CQ_UPOS_SYM;
    case CQ_TOKEN_PUNCTUATION:
    case CQ_TOKEN_QUOTE: return upos == CQ_UPOS_SYM || upos == CQ_UPOS_PART ? upos : CQ_UPOS_PUNCT;
    default: return upos;
    }
}

static void fill_tag(work *w, uint32_t i) {
    cq_upos upos = (cq_upos)w->model->classes[w->classes[i]].upos;
    cq_upos corrected = correct_upos((cq_token_kind)token_at(w, i)->kind, upos);
    w->tags[i].upos = (uint8_t)corrected;
    w->tags[i].feats = upos == corrected ? w->feats[i] : 0;
    if (upos != corrected) w->tags[i].lemma = token_at(w, i)->word;
}

static const cq_tag *tag_sentence(cq_doc *doc, const cq_tagger_model *model,
                                  const cq_sentence *sentence) {
    work w = {.doc = doc, .model = model, .sentence = sentence};
    w.count = sentence->end_token - sentence->first_token;
    w.tags = CQ_ARENA_NEW_ARRAY(&doc->tag_arena, cq_tag, w.count);
    cq_arena_mark mark = cq_arena_get_mark(&doc->tag_arena);
    w.classes = CQ_ARENA_NEW_ARRAY(&doc->tag_arena, uint8_t, w.count);
    w.feats = CQ_ARENA_NEW_ARRAY(&doc->tag_arena, uint16_t, w.count);
    cq_tagger_decide(w.classes, &doc->tag_arena, &doc->tags->memory, model, doc, &doc->tags->casing,
                     sentence);
    choose_feats(&w);
    for (uint32_t i = 0; i < w.count; i++) fill_tag(&w, i);
    cq_arena_rewind(&doc->tag_arena, mark);
    return w.tags;
}

static void open_cache(cq_doc *doc) {
    cq_arena *arena = &doc->tag_arena;
    cq_tag_cache *cache = doc->tags = CQ_ARENA_NEW(arena, cq_tag_cache);
    for (cache->size = LEAST; cache->size < MOST && cache->size < doc->tokens.len / 2;)
        cache->size *= 2;
    cache->sentences = CQ_ARENA_NEW_ARRAY(arena, const cq_tag *, doc->sentences.len);
    cache->recollections = CQ_ARENA_NEW_ARRAY(arena, recollection, cache->size);
    cache->memory.at = CQ_ARENA_NEW_ARRAY(arena, cq_tagger_entry, cache->size);
    cache->memory.size = cache->size;
    cq_casing_read(&cache->casing, arena, doc);
}

const cq_tag *cq_tag_of_sentence(cq_doc *doc, uint32_t sentence) {
    const cq_sentence *at = &doc->sentences.at[sentence];
    if (!doc->tags) open_cache(doc);
    if (!doc->tags->sentences[sentence]) {
        cq_str language = cq_doc_language_of(doc, &doc->blocks.at[at->block]);
        const cq_tagger_model *model = cq_tagger_model_of(language);
        doc->tags->sentences[sentence] = model ? tag_sentence(doc, model, at) : NULL;
    }
    return doc->tags->sentences[sentence];
}

static const char *const names[CQ_UPOS_COUNT] = {
    [CQ_UPOS_X] = "X",         [CQ_UPOS_ADJ] = "ADJ",     [CQ_UPOS_ADP] = "ADP",
    [CQ_UPOS_ADV] = "ADV",     [CQ_UPOS_AUX] = "AUX",     [CQ_UPOS_CCONJ] = "CCONJ",
    [CQ_UPOS_DET] = "DET",     [CQ_UPOS_INTJ] = "INTJ",   [CQ_UPOS_NOUN] = "NOUN",
    [CQ_UPOS_NUM] = "NUM",     [CQ_UPOS_PART] = "PART",   [CQ_UPOS_PRON] = "PRON",
    [CQ_UPOS_PROPN] = "PROPN", [CQ_UPOS_PUNCT] = "PUNCT", [CQ_UPOS_SCONJ] = "SCONJ",
    [CQ_UPOS_SYM] = "SYM",     [CQ_UPOS_VERB] = "VERB",
};

const char *cq_upos_name(cq_upos upos) {
    return names[upos];
}

cq_upos cq_upos_of_name(cq_str name) {
    unsigned upos = 0;
    while (upos < CQ_UPOS_COUNT && !cq_str_is_equal(name, cq_str_of(names[upos]))) upos++;
    return (cq_upos)upos;
}

const char *cq_tag_feats(const cq_tag *tag) {
    const cq_tagger_model *model = cq_tagger_model_of(CQ_STR("en"));
    return model ? model->text + model->feats[tag->feats] : "";
}

bool cq_tag_has(const cq_tag *tag, const char *feature) {
    size_t length = strlen(feature);
    for (const char *at = cq_tag_feats(tag); *at;) {
        size_t here = strcspn(at, "|");
        if (here == length && memcmp(at, feature, length) == 0) return true;
        at += here + (at[here] == '|');
    }
    return false;
}
