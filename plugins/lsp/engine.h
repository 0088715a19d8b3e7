/* Engines: the rules for the texts of one profile, loaded, and what they know of open documents. */
#ifndef CQ_LSP_ENGINE_H
#define CQ_LSP_ENGINE_H

#include "plugins/config/profiles.h"

typedef struct cq_lsp_engine {
    const cq_profile *profile;
    cq_host *host;
    cq_arena arena;
    cq_str *labels;         /* by rule: see cq_lsp_engine_label */
    cq_intern_mark words;   /* of the host before it had seen a document */
    uint32_t settled_words; /* its words when a document was last opened anew */
    struct cq_lsp_engine *next;
} cq_lsp_engine;

/* An engine for a profile, which must outlive it. The caller frees it. */
bool cq_lsp_engine_new(cq_lsp_engine **out, const cq_profile *profile, cq_troubles *troubles,
                       cq_err *err);
void cq_lsp_engine_free(cq_lsp_engine *engine);

/* What diagnostics of a rule have in common, as the JSON of some fields: its id as the code, and a link
   to its file, which is its manual. */
cq_str cq_lsp_engine_label(cq_lsp_engine *engine, const cq_rule *rule);

/* Notes that a document has been opened anew: its words are no strays. */
void cq_lsp_engine_settle_words(cq_lsp_engine *engine);

/* Whether so many half-typed words have come together that they should be forgotten. */
bool cq_lsp_engine_has_strays(const cq_lsp_engine *engine);

/* Forgets all words of documents, none of which may be open. */
void cq_lsp_engine_forget_words(cq_lsp_engine *engine);

#endif
