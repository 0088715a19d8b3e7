/* Configuration files in an editor: what is wrong in one, and how one is changed so that it says
   something more. */
#ifndef CQ_LSP_CONFIG_H
#define CQ_LSP_CONFIG_H

#include "check/fix.h"
#include "plugins/lsp/server.h"

/* Whether a document is a configuration file: it is checked as that, and not as prose. */
bool cq_lsp_config_is(const cq_lsp_document *document);

/* Appends what is wrong in the text of one, saved or not, as diagnostics. */
void cq_lsp_config_push_troubles(cq_buf *out, cq_lsp_server *server,
                                 const cq_lsp_document *document);

/* The configuration file nearest to a text, or, where it has none, the one that would stand at the top
   of its workspace. NUL-terminated in `arena`; empty: the text is no file, and there is no workspace. */
cq_str cq_lsp_config_find(cq_arena *arena, const cq_lsp_workspace *workspace, cq_str path);

/* The edit that lets the text of a configuration file (empty: a new one) switch a rule off, or hold a
   word in its vocabulary. Its text is in `arena`. */
cq_edit cq_lsp_config_switch_off(cq_arena *arena, cq_str text, cq_str rule);
cq_edit cq_lsp_config_add_word(cq_arena *arena, cq_str text, cq_str word);

#endif
