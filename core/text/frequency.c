#include "text/frequency.h"

void cq_frequency_count(cq_frequencies *out, cq_arena *arena, const cq_doc *doc) {
    out->len = doc->words->entries.len;
    out->at = CQ_ARENA_NEW_ARRAY(arena, uint32_t, (size_t)out->len + 1);
    for (uint32_t i = 0; i < doc->tokens.len; i++) out->at[doc->tokens.at[i].word]++;
}
