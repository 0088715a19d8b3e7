/* A check: what the rules say of a text, kept true while the text changes.

   An update reads again what has changed and runs the rules on the blocks that are not what they were;
   what rules say that look beyond a block stays as it was said, further on. Finishing runs those rules
   again: then the findings are what a first check of the text would give. */
#ifndef CQ_LSP_CHECK_H
#define CQ_LSP_CHECK_H

#include "lua/host.h"
#include "text/revision.h"

/* Caller's storage. Of one host at a time: it is reset before another one is used, or its words are
   rewound. */
typedef struct cq_lsp_check {
    cq_findings findings; /* of the text at the last update, sorted; what it ignores is left out */
    cq_findings local,
        wide;      /* with what it ignores: of blocks, and of rules that look beyond them; they own
                                what `findings` holds */
    bool is_whole; /* nothing is left to be finished */
    bool has_doc;
    cq_doc doc;
    cq_buf text;       /* what `doc` borrows */
    cq_buf spare;      /* what it borrowed before; room for what it will borrow next */
    size_t first_size; /* bytes of memory when `doc` was opened: see cq_revision_read */
} cq_lsp_check;

void cq_lsp_check_init(cq_lsp_check *check);
void cq_lsp_check_release(cq_lsp_check *check);

/* Forgets the document and the findings. */
void cq_lsp_check_reset(cq_lsp_check *check);

/* What a check is made with; options->keeps_words must be set. */
typedef struct cq_lsp_check_plan {
    cq_host *host;
    cq_str path;
    cq_doc_options options;
    cq_troubles *troubles; /* what rules do wrong */
    const cq_doc *
        source; /* that the text is a translation of; NULL: none. Its coming and going wants a reset,
                              its changing an update */
} cq_lsp_check_plan;

/* Brings the findings up to date with `text` (copied), of which `same` is what it was at the last
   update. A text that cannot be read as its format is an error, and has no findings. */
bool cq_lsp_check_update(cq_lsp_check *check, const cq_lsp_check_plan *plan, cq_str text,
                         cq_revision_same same, cq_err *err);

/* Finishes. False: `patience` (may be NULL) was over, and nothing changed. */
bool cq_lsp_check_finish(cq_lsp_check *check, const cq_lsp_check_plan *plan,
                         const cq_patience *patience);

#endif
