#include "text/language_source.h"

#include "text/language.h"
#include "text/lexicon_model.h"

/* Nats by which the language must stand out: its neighbours are never far. */
#define LEAST_MARGIN 2.5f

enum {
    LEAST_WORDS = 3,        /* distinct ones */
    LEAST_PER_THOUSAND = 3, /* of the text's words */
    LEAST_LETTERS = 4,
};

static bool is_own_word(const cq_token *token) {
    enum {
        NOT_PLAIN = CQ_TOKEN_UPPER_FIRST | CQ_TOKEN_UPPER_ALL | CQ_TOKEN_UPPER_INNER |
                    CQ_TOKEN_HAS_DIGIT | CQ_TOKEN_ABBREVIATION | CQ_TOKEN_QUOTED | CQ_TOKEN_EMPHASIS
    };
    return token->kind == CQ_TOKEN_WORD && !(token->flags & NOT_PLAIN) &&
           token->end - token->start >= LEAST_LETTERS;
}

typedef struct survey {
    const cq_doc *doc;
    uint8_t *seen;           /* by word */
    uint32_t words, foreign; /* ... all, and foreign ones, each once */
    cq_language_evidence evidence;
} survey;

static void survey_token(survey *s, const cq_token *token) {
    s->words += token->kind == CQ_TOKEN_WORD;
    if (s->seen[token->word] || !is_own_word(token)) return;
    s->seen[token->word] = 1;
    cq_str text = cq_intern_text(s->doc->words, token->word);
    if (cq_lexicon_model_has(text)) return;
    cq_language_word word;
    cq_language_word_init(&word, text);
    if (cq_language_word_guess(&word, CQ_STR("en")).foreign < CQ_LANGUAGE_SURE / 2) return;
    cq_language_evidence_add(&s->evidence, &word, CQ_LANGUAGE_WEIGHT_PLAIN);
    s->foreign++;
}

static bool survey_sentences(survey *s, const cq_patience *patience) {
    for (uint32_t i = 0; i < s->doc->sentences.len; i++) {
        const cq_sentence *sentence = &s->doc->sentences.at[i];
        if (cq_patience_is_over_at(patience, i)) return false;
        for (uint32_t t = sentence->first_token; t < sentence->end_token; t++)
            survey_token(s, &s->doc->tokens.at[t]);
    }
    return true;
}

static bool is_thin(const survey *s) {
    return s->foreign < LEAST_WORDS ||
           (uint64_t)s->foreign * 1000 < (uint64_t)s->words * LEAST_PER_THOUSAND;
}

const char *cq_language_source_guess(const cq_doc *doc, cq_arena *scratch,
                                     const cq_patience *patience) {
    survey s = {.doc = doc};
    if (!cq_lexicon_model_is_for(doc->language)) return "";
    s.seen = CQ_ARENA_NEW_ARRAY(scratch, uint8_t, doc->words->entries.len + 1);
    if (!survey_sentences(&s, patience)) return NULL;
    if (is_thin(&s)) return "";
    cq_language_guess guess = cq_language_decide(&s.evidence, CQ_STR(""));
    return guess.margin >= LEAST_MARGIN ? guess.code : "";
}

bool cq_language_source_renew(bool *is_same, cq_doc *doc, const cq_patience *patience) {
    cq_arena scratch;
    cq_arena_init(&scratch);
    const char *before = doc->source_guess;
    const char *guess = cq_language_source_guess(doc, &scratch, patience);
    cq_arena_release(&scratch);
    if (!guess) return false;
    doc->source_guess = guess;
    *is_same = before && strcmp(before, guess) == 0;
    return true;
}

const char *cq_language_source_get(cq_doc *doc) {
    bool is_same;
    if (!doc->source_guess) cq_language_source_renew(&is_same, doc, NULL);
    return doc->source_guess;
}
