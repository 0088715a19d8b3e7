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

/* Adds the document's foreign words, each once; returns how many. */
static uint32_t add_foreign_words(cq_language_evidence *evidence, uint32_t *count,
                                  const cq_doc *doc, cq_arena *scratch) {
    uint8_t *seen = CQ_ARENA_NEW_ARRAY(scratch, uint8_t, doc->words->entries.len + 1);
    uint32_t added = 0;
    for (uint32_t i = 0; i < doc->tokens.len; i++) {
        const cq_token *token = &doc->tokens.at[i];
        *count += token->kind == CQ_TOKEN_WORD;
        if (seen[token->word] || !is_own_word(token)) continue;
        seen[token->word] = 1;
        cq_str text = cq_intern_text(doc->words, token->word);
        if (cq_lexicon_model_has(text)) continue;
        cq_language_word word;
        cq_language_word_init(&word, text);
        if (cq_language_word_guess(&word, CQ_STR("en")).foreign < CQ_LANGUAGE_SURE / 2) continue;
        cq_language_evidence_add(evidence, &word, CQ_LANGUAGE_WEIGHT_PLAIN);
        added++;
    }
    return added;
}

const char *cq_language_source_guess(const cq_doc *doc, cq_arena *scratch) {
    cq_language_evidence evidence = {0};
    uint32_t count = 0;
    if (!cq_lexicon_model_is_for(doc->language)) return "";
    uint32_t added = add_foreign_words(&evidence, &count, doc, scratch);
    if (added < LEAST_WORDS || (uint64_t)added * 1000 < (uint64_t)count * LEAST_PER_THOUSAND)
        return "";
    cq_language_guess guess = cq_language_decide(&evidence, CQ_STR(""));
    return guess.margin >= LEAST_MARGIN ? guess.code : "";
}

bool cq_language_source_renew(cq_doc *doc) {
    cq_arena scratch;
    cq_arena_init(&scratch);
    const char *before = doc->source_guess;
    doc->source_guess = cq_language_source_guess(doc, &scratch);
    cq_arena_release(&scratch);
    return before && strcmp(before, doc->source_guess) == 0;
}

const char *cq_language_source_get(cq_doc *doc) {
    if (!doc->source_guess) cq_language_source_renew(doc);
    return doc->source_guess;
}
