/* A document that a client has open: its text as the client sees it, saved or not, and what the rules
   say of it. */
#ifndef CQ_LSP_DOCUMENT_H
#define CQ_LSP_DOCUMENT_H

#include "plugins/lsp/check.h"
#include "plugins/lsp/engine.h"
#include "plugins/lsp/param.h"
#include "plugins/lsp/source.h"

typedef struct cq_lsp_document {
    cq_arena arena;          /* of the strings */
    cq_str uri, path;        /* NUL-terminated */
    const cq_format *format; /* never NULL */
    int64_t version;
    cq_lsp_text text;
    cq_lsp_engine *engine; /* borrowed from the server; NULL: none yet, or none is for it */
    cq_lsp_check check;
    cq_lsp_source source; /* what it is a translation of, for the engine's host */
    bool is_stale;        /* the text is newer than the check */
    bool is_told;         /* what the client was told is what the check says */
    uint64_t told;        /* hash of what it was told */
    struct cq_lsp_document *next;
} cq_lsp_document;

/* A document from the parameters of textDocument/didOpen. The caller frees it. */
cq_lsp_document *cq_lsp_document_new(const json_t *item);
void cq_lsp_document_free(cq_lsp_document *document);

/* Applies the changes of textDocument/didChange, in order, up to the first that is none. */
bool cq_lsp_document_change(cq_lsp_document *document, const json_t *changes,
                            cq_lsp_encoding encoding, cq_err *err);

/* The format of a text: what the client calls its language, else by its path; plain where neither is
   known. */
const cq_format *cq_lsp_document_format(cq_str language_id, cq_str path);

#endif
