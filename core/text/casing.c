#include "text/casing.h"

bool cq_casing_is_due(const cq_doc *doc, const cq_sentence *sentence, uint32_t token) {
    const cq_token *tokens = doc->tokens.at;
    for (uint32_t i = token; i > sentence->first_token; i--) {
        const cq_token *before = &tokens[i - 1];
        if (before->kind == CQ_TOKEN_WORD || before->kind == CQ_TOKEN_NUMBER) return false;
        if (before->kind == CQ_TOKEN_QUOTE && before->role == CQ_QUOTE_OPEN) return true;
        if (before->kind == CQ_TOKEN_PUNCTUATION &&
            cq_str_is_equal(cq_intern_text(doc->words, before->word), CQ_STR(":")))
            return true;
    }
    return true;
}

cq_casing_style cq_casing_style_of(const cq_doc *doc, const cq_sentence *sentence) {
    uint32_t words = 0, capitals = 0, uppers = 0;
    for (uint32_t i = sentence->first_token; i < sentence->end_token; i++) {
        const cq_token *token = &doc->tokens.at[i];
        words += token->kind == CQ_TOKEN_WORD;
        capitals += token->kind == CQ_TOKEN_WORD && (token->flags & CQ_TOKEN_UPPER_FIRST);
        uppers += token->kind == CQ_TOKEN_WORD && (token->flags & CQ_TOKEN_UPPER_ALL);
    }
    if (words > 1 && uppers * 2 > words) return CQ_CASING_UPPER;
    return words > 2 && capitals * 5 > words * 3 ? CQ_CASING_TITLE : CQ_CASING_PROSE;
}

static void see_sentence(uint8_t *seen, const cq_doc *doc, const cq_sentence *sentence) {
    cq_casing_style style = CQ_CASING_PROSE;
    bool is_styled = false;
    for (uint32_t i = sentence->first_token; i < sentence->end_token; i++) {
        const cq_token *token = &doc->tokens.at[i];
        if (token->kind != CQ_TOKEN_WORD) continue;
        if (!(token->flags & (CQ_TOKEN_UPPER_FIRST | CQ_TOKEN_UPPER_INNER))) {
            seen[token->word] |= CQ_CASING_LOWER;
            continue;
        }
        if (cq_casing_is_due(doc, sentence, i))
            continue; /* nearly every sentence has one capital */
        if (!is_styled) style = cq_casing_style_of(doc, sentence);
        is_styled = true;
        if (style == CQ_CASING_PROSE) seen[token->word] |= CQ_CASING_CAPITAL;
    }
}

void cq_casing_read(cq_casing *casing, cq_arena *arena, const cq_doc *doc) {
    uint32_t count = doc->words->entries.len;
    uint8_t *seen = CQ_ARENA_NEW_ARRAY(arena, uint8_t, count);
    for (uint32_t s = 0; s < doc->sentences.len; s++)
        see_sentence(seen, doc, &doc->sentences.at[s]);
    *casing = (cq_casing){seen, count};
}
