/* Things in a source that its format's parser does not know: template tags, footnote marks, lines
   of MDX and of admonitions. They are hidden from the parser behind as many bytes of filler, so
   that all offsets stay, and the reader is told where they were. */
#ifndef CQ_TEXT_MARKUP_MASK_H
#define CQ_TEXT_MARKUP_MASK_H

#include "text/block.h"

typedef struct cq_markup_hidden {
    cq_span span;
    cq_inline_kind kind; /* what it is in the prose around it; CQ_INLINE_NONE: nothing at all */
} cq_markup_hidden;

typedef struct cq_markup_mask {
    cq_str text; /* as long as the source's; that itself where nothing is hidden */
    CQ_ARRAY(cq_markup_hidden) hidden; /* by start; they do not overlap */
    CQ_ARRAY(cq_span) code;            /* lines that were taken for a fenced block of code */
} cq_markup_mask;

typedef enum cq_markup_dialect {
    CQ_MASK_TEMPLATES, /* {{ }}, {% %}, {# #}: in any format */
    CQ_MASK_MARKDOWN,  /* and what generators of sites add to Markdown */
    CQ_MASK_MDX,       /* and JavaScript in braces, imports and exports */
} cq_markup_dialect;

/* Hides what there is in lines of the source. All memory is the arena's. */
void cq_markup_mask_init(cq_markup_mask *mask, cq_arena *arena, const cq_source *source,
                         cq_span lines, cq_markup_dialect dialect);

/* Whether the line that starts at `at` was taken for code. */
bool cq_markup_mask_is_code(const cq_markup_mask *mask, uint32_t at);

/* Gives the writer those hidden spans that are comments of a template language, or MDX's. */
void cq_markup_mask_note_comments(const cq_markup_mask *mask, cq_block_writer *writer);

/* The first hidden span that ends behind `at`, or NULL. */
const cq_markup_hidden *cq_markup_mask_from(const cq_markup_mask *mask, uint32_t at);

#endif
