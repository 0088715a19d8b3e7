/* The workspace: the folders that a client has open. */
#ifndef CQ_LSP_WORKSPACE_H
#define CQ_LSP_WORKSPACE_H

#include "base/arena.h"
#include "base/array.h"

/* Caller's storage. */
typedef struct cq_lsp_workspace {
    cq_arena arena;
    cq_strs folders; /* absolute paths without a slash at the end, NUL-terminated; each once */
} cq_lsp_workspace;

void cq_lsp_workspace_init(cq_lsp_workspace *workspace);
void cq_lsp_workspace_release(cq_lsp_workspace *workspace);

/* Adds the folder of a URI (copied). One that is no file: URI has no folder. */
void cq_lsp_workspace_add(cq_lsp_workspace *workspace, cq_str uri);

/* Takes it out again, if it is there. */
void cq_lsp_workspace_remove(cq_lsp_workspace *workspace, cq_str uri);

/* Where a text is, for its configuration: one that is no file counts as in the first folder, if there
   is one. It is `path` itself or in `arena`. */
cq_str cq_lsp_workspace_place(const cq_lsp_workspace *workspace, cq_arena *arena, cq_str path);

/* The innermost folder that an absolute path lies in, or empty. Borrowed until the workspace is
   released. */
cq_str cq_lsp_workspace_folder(const cq_lsp_workspace *workspace, cq_str path);

#endif
