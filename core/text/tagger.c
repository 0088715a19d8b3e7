#include "text/tagger.h"

#include <string.h>

static unsigned classify_capital(unsigned seen, cq_casing_style style, bool is_due) {
    unsigned base = is_due ? CQ_TAGGER_DUE : CQ_TAGGER_TITLE;
    if (style == CQ_CASING_PROSE && !is_due)
        return seen & CQ_CASING_LOWER ? CQ_TAGGER_CAPITAL_SEEN_LOWER : CQ_TAGGER_CAPITAL;
    if (seen & CQ_CASING_CAPITAL)
        return base + 2;
    return seen & CQ_CASING_LOWER ? base + 1 : base;
}

static unsigned classify_case(const cq_doc *doc, const cq_casing *casing,
                              const cq_sentence *sentence, uint32_t at, cq_casing_style style) {
    const cq_token *token = &doc->tokens.at[at];
    unsigned seen = cq_casing_of(casing, token->word);
    if (token->flags & CQ_TOKEN_UPPER_ALL && style == CQ_CASING_UPPER)
        return CQ_TAGGER_ALL_UPPER;
    if (token->flags & CQ_TOKEN_UPPER_ALL)
        return seen & CQ_CASING_LOWER ? CQ_TAGGER_UPPER_SEEN_LOWER : CQ_TAGGER_UPPER;
    if (token->flags & CQ_TOKEN_UPPER_FIRST)
        return classify_capital(seen, style, cq_casing_is_due(doc, sentence, at));
    if (token->flags & CQ_TOKEN_UPPER_INNER)
        return CQ_TAGGER_INNER;
    return seen & CQ_CASING_CAPITAL ? CQ_TAGGER_LOWER_SEEN_CAPITAL : CQ_TAGGER_LOWER;
}

static unsigned classify_kind(const cq_token *token, cq_str folded) {
    if (token->kind == CQ_TOKEN_WORD || token->kind == CQ_TOKEN_NUMBER)
        return (memchr(folded.ptr, '-', folded.len) ? CQ_TAGGER_HYPHEN : 0u) |
               (token->flags & CQ_TOKEN_HAS_DIGIT ? CQ_TAGGER_DIGIT : 0u);
    if (token->kind == CQ_TOKEN_PUNCTUATION || token->kind == CQ_TOKEN_QUOTE ||
        token->kind == CQ_TOKEN_SYMBOL)
        return CQ_TAGGER_MARK;
    return CQ_TAGGER_ODD;
}

void cq_tagger_read_words(cq_tagger_word *out, const cq_doc *doc, const cq_casing *casing,
                          const cq_sentence *sentence) {
    cq_casing_style style = cq_casing_style_of(doc, sentence);
    uint32_t count = sentence->end_token - sentence->first_token;
    cq_tagger_word edge = {.form = 1, .shape = CQ_TAGGER_EDGE, .group = CQ_TAGGER_EDGE};
    out[0] = out[1] = out[count + 2] = out[count + 3] = edge;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = sentence->first_token + i;
        const cq_token *token = &doc->tokens.at[at];
        cq_str folded = cq_intern_text(doc->words, token->word);
        unsigned shape = classify_case(doc, casing, sentence, at, style);
        cq_tagger_word_init(&out[i + CQ_TAGGER_EDGES], folded,
                            (uint8_t)(shape | classify_kind(token, folded)));
    }
}

/* Adds the weights of the features that are there. */
static void add_weights(int32_t *scores, const cq_tagger_model *model, const uint32_t *keys,
                        unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        uint32_t at = cq_tagger_model_find(model, keys[i]);
        if (at == CQ_TAGGER_NONE)
            continue;
        const uint16_t *cell = &model->cells[at];
        for (;; cell++) {
            scores[*cell & 127] += (int16_t)*cell >> 8;
            if (*cell & 128)
                break;
        }
    }
}

static uint8_t find_best(const int32_t *scores, uint32_t count) {
    uint32_t best = 0;
    for (uint32_t c = 1; c < count; c++)
        if (scores[c] > scores[best])
            best = c;
    return (uint8_t)best;
}

/* The likeliest class of the likeliest part of speech: several classes of one together may be likelier
   than a single one of another. */
static uint8_t choose_class(const cq_tagger_model *model, const int32_t *scores) {
    uint8_t best = find_best(scores, model->class_count), other = best;
    float odds[32] = {0};
    for (uint32_t c = 0; c < model->class_count; c++) {
        int32_t less = scores[best] - scores[c];
        odds[model->classes[c].upos & 31] += less < 256 ? model->odds[less] : 0;
    }
    unsigned upos = model->classes[best].upos;
    for (unsigned i = 0; i < 32; i++)
        upos = odds[i] > odds[upos] ? i : upos;
    if (upos == model->classes[best].upos)
        return best;
    for (uint32_t c = 0; c < model->class_count; c++)
        if (model->classes[c].upos == upos &&
            (model->classes[other].upos != upos || scores[c] > scores[other]))
            other = (uint8_t)c;
    return other;
}

static uint8_t decide_word(const cq_tagger_model *model, const cq_tagger_word *at, uint8_t before,
                           uint8_t before_that) {
    enum { COUNT = CQ_TAGGER_STATIC_COUNT + CQ_TAGGER_MOVING_COUNT };
    uint32_t keys[COUNT];
    int32_t scores[128] = {0};
    cq_tagger_feature_static(keys, at, false);
    cq_tagger_feature_moving(keys + CQ_TAGGER_STATIC_COUNT, at, false, before, before_that);
    for (unsigned i = 0; i < COUNT; i++)
        __builtin_prefetch(&model->slots[cq_tagger_slot(keys[i], model->slot_count)]);
    add_weights(scores, model, keys, COUNT);
    return choose_class(model, scores);
}

void cq_tagger_decide(uint8_t *classes, const cq_tagger_model *model, const cq_tagger_word *words,
                      uint32_t count) {
    uint8_t before = CQ_TAGGER_OUTSIDE, before_that = CQ_TAGGER_OUTSIDE;
    for (uint32_t i = 0; i < count; i++) {
        if (classes[i] == CQ_TAGGER_EDGE)
            classes[i] = decide_word(model, &words[i + CQ_TAGGER_EDGES], before, before_that);
        before_that = before;
        before = classes[i];
    }
}
