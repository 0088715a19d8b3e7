#include "text/tagger.h"

#include <string.h>

/* Differences of scores, in the model's steps (about 1/65 of a natural logarithm of odds). */
enum {
    CLOSE = 200, /* a class that scores so much less than the best is out of the question; < 256 */
    CLEAR_EARLY = 210,
    CLEAR = 170,
    UPOSES = 32, /* parts of speech are fewer */
};

static unsigned classify_capital(unsigned seen, cq_casing_style style, bool is_due) {
    unsigned base = is_due ? CQ_TAGGER_DUE : CQ_TAGGER_TITLE;
    if (style == CQ_CASING_PROSE && !is_due)
        return seen & CQ_CASING_LOWER ? CQ_TAGGER_CAPITAL_SEEN_LOWER : CQ_TAGGER_CAPITAL;
    if (seen & CQ_CASING_CAPITAL) return base + 2;
    return seen & CQ_CASING_LOWER ? base + 1 : base;
}

static unsigned classify_case(const cq_doc *doc, const cq_casing *casing,
                              const cq_sentence *sentence, uint32_t at, cq_casing_style style) {
    const cq_token *token = &doc->tokens.at[at];
    unsigned seen = cq_casing_of(casing, token->word);
    if (token->flags & CQ_TOKEN_UPPER_ALL && style == CQ_CASING_UPPER) return CQ_TAGGER_ALL_UPPER;
    if (token->flags & CQ_TOKEN_UPPER_ALL)
        return seen & CQ_CASING_LOWER ? CQ_TAGGER_UPPER_SEEN_LOWER : CQ_TAGGER_UPPER;
    if (token->flags & CQ_TOKEN_UPPER_FIRST)
        return classify_capital(seen, style, cq_casing_is_due(doc, sentence, at));
    if (token->flags & CQ_TOKEN_UPPER_INNER) return CQ_TAGGER_INNER;
    return seen & CQ_CASING_CAPITAL ? CQ_TAGGER_LOWER_SEEN_CAPITAL : CQ_TAGGER_LOWER;
}

static bool has_hyphen(cq_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '-') return true;
    return false;
}

static unsigned classify_kind(const cq_token *token, cq_str folded) {
    if (token->kind == CQ_TOKEN_WORD || token->kind == CQ_TOKEN_NUMBER)
        return (has_hyphen(folded) ? CQ_TAGGER_HYPHEN : 0u) |
               (token->flags & CQ_TOKEN_HAS_DIGIT ? CQ_TAGGER_DIGIT : 0u);
    if (token->kind == CQ_TOKEN_PUNCTUATION || token->kind == CQ_TOKEN_QUOTE ||
        token->kind == CQ_TOKEN_SYMBOL)
        return CQ_TAGGER_MARK;
    return CQ_TAGGER_ODD;
}

void cq_tagger_read_shapes(uint8_t *shapes, const cq_doc *doc, const cq_casing *casing,
                           const cq_sentence *sentence) {
    cq_casing_style style = cq_casing_style_of(doc, sentence);
    for (uint32_t at = sentence->first_token; at < sentence->end_token; at++) {
        const cq_token *token = &doc->tokens.at[at];
        *shapes++ = (uint8_t)(classify_case(doc, casing, sentence, at, style) |
                              classify_kind(token, cq_intern_text(doc->words, token->word)));
    }
}

static void add_full(int16_t *restrict scores, const int8_t *restrict weights) {
    for (unsigned c = 0; c < CQ_TAGGER_CLASSES_MAX; c++)
        scores[c] = (int16_t)(scores[c] + weights[c]);
}

static void add_few(int16_t scores[CQ_TAGGER_CLASSES_MAX], const uint16_t *cell) {
    for (;; cell++) {
        int16_t *score = &scores[*cell & 127];
        *score = (int16_t)(*score + ((int16_t)*cell >> 8));
        if (*cell & 128) return;
    }
}

/* Adds the weights of the features that are there. Three passes, so that the memory that one waits
   for is on its way while it asks for the next. */
static void add_weights(int16_t scores[CQ_TAGGER_CLASSES_MAX], const cq_tagger_model *model,
                        const uint32_t *keys, unsigned count) {
    uint32_t there[CQ_TAGGER_FEATURES], few[CQ_TAGGER_FEATURES], full[CQ_TAGGER_FEATURES];
    unsigned kept = 0, few_count = 0, full_count = 0;
    for (unsigned i = 0; i < count; i++) {
        there[kept] = keys[i];
        kept += cq_tagger_model_may_have(model, keys[i]);
    }
    for (unsigned i = 0; i < kept; i++)
        __builtin_prefetch(&model->slots[cq_tagger_slot(there[i], model->slot_count)]);
    for (unsigned i = 0; i < kept; i++) {
        uint32_t at = cq_tagger_model_find(model, there[i]);
        if (at == CQ_TAGGER_NONE) continue;
        __builtin_prefetch(&model->cells[at]);
        few[few_count] = full[full_count] = at;
        few_count += at < model->first_full;
        full_count += at >= model->first_full;
    }
    for (unsigned i = 0; i < full_count; i++)
        add_full(scores, (const int8_t *)&model->cells[full[i]]);
    for (unsigned i = 0; i < few_count; i++) add_few(scores, &model->cells[few[i]]);
}

static int16_t find_most(const int16_t scores[CQ_TAGGER_CLASSES_MAX]) {
    int16_t most = INT16_MIN;
    for (unsigned c = 0; c < CQ_TAGGER_CLASSES_MAX; c++) most = scores[c] > most ? scores[c] : most;
    return most;
}

/* The likeliest class of the likeliest part of speech: several classes of one together may be
   likelier than a single one of another. */
static uint8_t choose_class(const cq_tagger_model *model,
                            const int16_t scores[CQ_TAGGER_CLASSES_MAX]) {
    uint8_t classes[CQ_TAGGER_CLASSES_MAX + 1], uposes[CQ_TAGGER_CLASSES_MAX];
    float odds[UPOSES] = {0};
    unsigned count = 0, best = 0;
    int16_t most = find_most(scores), least = (int16_t)(most - CLOSE);
    for (unsigned c = 0; c < model->class_count; c++) {
        classes[count] = (uint8_t)c;
        count += scores[c] > least;
    }
    for (unsigned i = 0; i < count; i++) {
        uposes[i] = model->classes[classes[i]].upos % UPOSES;
        odds[uposes[i]] += model->odds[most - scores[classes[i]]];
    }
    for (unsigned i = 1; i < count; i++) {
        bool is_higher = scores[classes[i]] > scores[classes[best]];
        if (uposes[i] == uposes[best] ? is_higher : odds[uposes[i]] > odds[uposes[best]]) best = i;
    }
    return classes[best];
}

/* The class that scores more than all others by `distance`, or CQ_TAGGER_EDGE. */
static uint8_t find_clear(const int16_t scores[CQ_TAGGER_CLASSES_MAX], int distance) {
    int16_t most = find_most(scores), least = (int16_t)(most - distance);
    uint16_t close = 0;
    uint8_t class = 0;
    for (unsigned c = 0; c < CQ_TAGGER_CLASSES_MAX; c++)
        close = (uint16_t)(close + (scores[c] > least));
    if (close > 1) return CQ_TAGGER_EDGE;
    while (scores[class] != most) class ++;
    return class;
}

/* Adds features until one class is clear of the others, and at last the history. */
static uint8_t decide_word(int16_t scores[CQ_TAGGER_CLASSES_MAX], const cq_tagger_model *model,
                           const cq_tagger_word *at, uint8_t before, uint8_t before_that) {
    uint32_t keys[CQ_TAGGER_FEATURES];
    cq_tagger_feature_near(keys, at, false);
    add_weights(scores, model, keys, CQ_TAGGER_NEAR_COUNT);
    uint8_t class = find_clear(scores, CLEAR_EARLY);
    if (class != CQ_TAGGER_EDGE) return class;
    cq_tagger_feature_far(keys, at);
    add_weights(scores, model, keys, CQ_TAGGER_FAR_COUNT);
    class = find_clear(scores, CLEAR);
    if (class != CQ_TAGGER_EDGE) return class;
    cq_tagger_feature_moving(keys, at, false, before, before_that);
    add_weights(scores, model, keys, CQ_TAGGER_MOVING_COUNT);
    return choose_class(model, scores);
}

static void fill_entry(cq_tagger_entry *entry, const cq_tagger_model *model, cq_word id,
                       cq_str folded, uint8_t shape) {
    uint32_t keys[CQ_TAGGER_OWN_COUNT];
    *entry = (cq_tagger_entry){.id = id};
    cq_tagger_word_init(&entry->word, folded, shape);
    entry->given = cq_tagger_word_look_up(&entry->word, model, folded);
    if (entry->given != CQ_TAGGER_EDGE) return;
    cq_tagger_feature_own(keys, &entry->word, false);
    add_weights(entry->scores, model, keys, CQ_TAGGER_OWN_COUNT);
}

static const cq_tagger_entry *find_entry(cq_tagger_memory *memory, const cq_tagger_model *model,
                                         const cq_doc *doc, cq_word id, uint8_t shape) {
    uint32_t place = (id * 2654435761u + shape * 40503u) >> 8 & (memory->size - 1);
    cq_tagger_entry *entry = &memory->at[place];
    if (entry->id != id || entry->word.shape != shape)
        fill_entry(entry, model, id, cq_intern_text(doc->words, id), shape);
    return entry;
}

void cq_tagger_decide(uint8_t *classes, cq_arena *scratch, cq_tagger_memory *memory,
                      const cq_tagger_model *model, const cq_doc *doc, const cq_casing *casing,
                      const cq_sentence *sentence) {
    uint32_t count = sentence->end_token - sentence->first_token;
    int16_t(*scores)[CQ_TAGGER_CLASSES_MAX] = cq_arena_take(scratch, count * sizeof *scores);
    cq_tagger_word *words = cq_arena_take(scratch, (count + 4) * sizeof *words);
    uint8_t before = CQ_TAGGER_OUTSIDE, before_that = CQ_TAGGER_OUTSIDE;
    words[0] = words[1] = words[count + 2] = words[count + 3] = cq_tagger_edge();
    words += CQ_TAGGER_EDGES;
    cq_tagger_read_shapes(classes, doc, casing, sentence);
    for (uint32_t i = 0; i < count; i++) {
        cq_word id = doc->tokens.at[sentence->first_token + i].word;
        const cq_tagger_entry *entry = find_entry(memory, model, doc, id, classes[i]);
        words[i] = entry->word;
        memcpy(scores[i], entry->scores, sizeof entry->scores);
        classes[i] = entry->given;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (classes[i] == CQ_TAGGER_EDGE)
            classes[i] = decide_word(scores[i], model, &words[i], before, before_that);
        before_that = before;
        before = classes[i];
    }
}
