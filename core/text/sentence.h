/* Sentences: runs of a block's tokens. A sentence owns its stop and the closing quotation marks and
   brackets behind it. The rules are in tests/spec/sentences.md. */
#ifndef CQ_TEXT_SENTENCE_H
#define CQ_TEXT_SENTENCE_H

#include "text/token.h"

typedef struct cq_sentence {
    uint32_t block;                  /* index of its block */
    uint32_t first_token, end_token; /* indices into the document's tokens; never empty */
    bool is_terminated;              /* ends with . ! ? … or their like, before closing marks */
} cq_sentence;

typedef CQ_ARRAY(cq_sentence) cq_sentences;

/* Appends the sentences of a block (its tokens must be read), sets block->first_sentence and
   end_sentence, and the tokens' CQ_TOKEN_SENTENCE_FIRST / _LAST. `block_index` goes into the
   sentences. Linear. */
void cq_sentence_read(cq_sentences *out, cq_arena *arena, const cq_intern *words, cq_block *block,
                      uint32_t block_index, cq_token *tokens, cq_str language);

#endif
