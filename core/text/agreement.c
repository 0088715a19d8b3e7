#include "text/agreement.h"

/* How far a subject may stand before its verb, in words. */
enum { FAR = 20 };

/* The person and number of a pronoun. */
static cq_tagger_subject read_pronoun(const char *feats) {
    bool is_plural = strstr(feats, "Number=Plur") != NULL;
    if (strstr(feats, "Person=1")) return is_plural ? CQ_TAGGER_SUBJECT_WE : CQ_TAGGER_SUBJECT_I;
    if (strstr(feats, "Person=2")) return CQ_TAGGER_SUBJECT_YOU;
    return is_plural ? CQ_TAGGER_SUBJECT_THEY : CQ_TAGGER_SUBJECT_IT;
}

static unsigned role_at(const cq_tagger_model *model, const uint8_t *classes, uint32_t at) {
    return model->classes[classes[at]].role;
}

static bool is_noun(unsigned role) {
    return role == CQ_TAGGER_ROLE_SINGULAR || role == CQ_TAGGER_ROLE_PLURAL;
}

/* Whether the noun at `at` hangs on a preposition, with up to three words between them. */
static bool is_governed(const cq_tagger_model *model, const uint8_t *classes, uint32_t at) {
    for (uint32_t i = at, left = 4; i > 0 && left > 0; i--, left--) {
        unsigned role = role_at(model, classes, i - 1);
        if (role == CQ_TAGGER_ROLE_PREPOSITION) return true;
        if (role >= CQ_TAGGER_ROLE_NOMINATIVE) return false;
    }
    return false;
}

static cq_tagger_subject settle(const cq_tagger_model *model, const uint8_t *classes, uint32_t verb,
                                cq_tagger_subject subject) {
    bool is_present = role_at(model, classes, verb) == CQ_TAGGER_ROLE_PRESENT;
    return is_present && subject == CQ_TAGGER_SUBJECT_IT ? CQ_TAGGER_SUBJECT_THEY : subject;
}

cq_tagger_subject cq_agreement_find(const cq_tagger_model *model, const uint8_t *classes,
                                    const uint16_t *feats, uint32_t count, uint32_t verb) {
    if (verb + 1 < count && role_at(model, classes, verb + 1) == CQ_TAGGER_ROLE_NOMINATIVE)
        return settle(model, classes, verb,
                      read_pronoun(model->text + model->feats[feats[verb + 1]]));
    cq_tagger_subject subject = CQ_TAGGER_SUBJECT_IT;
    for (uint32_t i = verb, left = FAR; i > 0 && left > 0; i--, left--) {
        unsigned role = role_at(model, classes, i - 1);
        if (role == CQ_TAGGER_ROLE_NOMINATIVE) {
            subject = read_pronoun(model->text + model->feats[feats[i - 1]]);
            break;
        }
        if (is_noun(role) && !is_governed(model, classes, i - 1)) {
            bool is_plural = role == CQ_TAGGER_ROLE_PLURAL;
            subject = is_plural ? CQ_TAGGER_SUBJECT_THEY : CQ_TAGGER_SUBJECT_IT;
            break;
        }
    }
    return settle(model, classes, verb, subject);
}

cq_tagger_subject cq_agreement_correct(cq_tagger_subject guess, cq_str folded) {
    bool is_plural = guess != CQ_TAGGER_SUBJECT_I && guess != CQ_TAGGER_SUBJECT_IT;
    if (cq_str_is_equal(folded, CQ_STR("am"))) return CQ_TAGGER_SUBJECT_I;
    if (cq_str_has_prefix(folded, CQ_STR("was")) && is_plural) return CQ_TAGGER_SUBJECT_IT;
    if (cq_str_has_prefix(folded, CQ_STR("were")) && !is_plural) return CQ_TAGGER_SUBJECT_THEY;
    return guess;
}
