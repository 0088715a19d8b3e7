/* A revision: a document that was read goes on being one while its bytes change. What the change
   leaves alone stays as it was read; what comes out is what opening the new bytes would give. */
#ifndef CQ_TEXT_REVISION_H
#define CQ_TEXT_REVISION_H

#include "text/doc.h"

/* What a revision changed. Blocks in front of `first` and, by their new numbers, from `end` on are what
   they were: so is all that depends on a block alone. */
typedef struct cq_revision {
    uint32_t first, end; /* blocks of the document as it is now */
    uint32_t end_before; /* the block that is number `end` now had this number */
    cq_span bytes;       /* of the source as it was: what was replaced */
    int64_t shift;       /* what stands behind moved by so many bytes */
} cq_revision;

/* Bytes that are known to be what they were, at the start of a source and at its end. Zero: nothing is
   known, and the two are compared. */
typedef struct cq_revision_same {
    size_t start, end;
} cq_revision_same;

/* Reads `bytes` (borrowed like those of cq_doc_open) in place of the document's, which are needed until
   it returns. The document must have been opened with keeps_words. On failure it is closed.

   Replaced blocks stay in the arena until the document closes: open it anew from time to time. */
bool cq_revision_read(cq_revision *out, cq_doc *doc, cq_str bytes, cq_revision_same same,
                      cq_err *err);

#endif
