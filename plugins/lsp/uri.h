/* URIs of documents, and the paths that they stand for. */
#ifndef CQ_LSP_URI_H
#define CQ_LSP_URI_H

#include "base/arena.h"
#include "base/buf.h"

/* The path of a file: URI, NUL-terminated in `arena`. Of any other URI, what stands behind its scheme:
   no file, but its ending says which format it is in. */
cq_str cq_lsp_uri_path(cq_arena *arena, cq_str uri);

/* Whether it is the URI of a file. */
bool cq_lsp_uri_is_file(cq_str uri);

/* Appends the file: URI of an absolute path. */
void cq_lsp_uri_push(cq_buf *out, cq_str path);

#endif
