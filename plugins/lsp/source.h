/* Sources: the text that a document is a translation of, as it is in the client, or else on disk. */
#ifndef CQ_LSP_SOURCE_H
#define CQ_LSP_SOURCE_H

#include "plugins/config/profile.h"

/* Caller's storage, zero at first; closed before the host's words are rewound. */
typedef struct cq_lsp_source {
    cq_buf
        path; /* absolute, with a NUL behind it that does not count; empty: the document has none */
    cq_buf bytes; /* that `doc` borrows */
    cq_doc doc;
    bool has_doc;
    bool is_fresh; /* nothing has been heard of it since it was read */
} cq_lsp_source;

/* What became of a source. */
typedef enum cq_lsp_source_news {
    CQ_LSP_SOURCE_SAME,
    CQ_LSP_SOURCE_CHANGED, /* rules that look at it have something else to say */
    CQ_LSP_SOURCE_OTHER,   /* it came or went: other rules have something to say, too */
} cq_lsp_source_news;

/* What a source is read with. */
typedef struct cq_lsp_source_plan {
    const cq_profile *profile; /* of the document */
    cq_str document;  /* its path, NUL-terminated; one that is not absolute has no source */
    cq_intern *words; /* of the host that checks it */
    cq_str language;  /* the source's, or empty */
    /* The text of an open document at a path; false: none is open there. Borrowed while it is read. */
    bool (*find_open)(void *context, cq_str *out, cq_str path);
    void *context;
} cq_lsp_source_plan;

/* Reads the source anew. One that cannot be read is an error, and there is none then; what has become of
   it is in *news all the same. */
bool cq_lsp_source_renew(cq_lsp_source_news *news, cq_lsp_source *source,
                         const cq_lsp_source_plan *plan, cq_err *err);

/* Whether the document is a translation of the text at an absolute path, as was found last. */
bool cq_lsp_source_is_at(const cq_lsp_source *source, cq_str path);

void cq_lsp_source_close(cq_lsp_source *source);

#endif
