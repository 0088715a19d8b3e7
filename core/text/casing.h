/* Casing: how a document writes a word elsewhere, for words whose capital says nothing: at the
   start of a sentence, in a headline. */
#ifndef CQ_TEXT_CASING_H
#define CQ_TEXT_CASING_H

#include "text/doc.h"

/* Bits for a word. */
enum {
    CQ_CASING_LOWER = 1 << 0,  /* it stands somewhere in lower case */
    CQ_CASING_CAPITAL = 1 << 1 /* it stands somewhere inside a sentence with a capital */
};

/* Owned by the arena it was read with. */
typedef struct cq_casing {
    const uint8_t *seen; /* by cq_word */
    uint32_t count;
} cq_casing;

/* How a sentence uses capitals. */
typedef enum cq_casing_style {
    CQ_CASING_PROSE,
    CQ_CASING_TITLE, /* Most Words Have One */
    CQ_CASING_UPPER, /* MOST WORDS ARE ALL CAPITALS */
} cq_casing_style;

/* One pass over the document's tokens. */
void cq_casing_read(cq_casing *casing, cq_arena *arena, const cq_doc *doc);

static inline unsigned cq_casing_of(const cq_casing *casing, cq_word word) {
    return word < casing->count ? casing->seen[word] : 0;
}

cq_casing_style cq_casing_style_of(const cq_doc *doc, const cq_sentence *sentence);

/* Whether a sentence, a quotation or an item starts at this token, so that a capital is due. */
bool cq_casing_is_due(const cq_doc *doc, const cq_sentence *sentence, uint32_t token);

#endif
