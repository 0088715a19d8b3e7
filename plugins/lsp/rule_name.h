/* Names of rules in a text that is no prose: in `.calque.lua`, and in comments that tell calque to
   ignore something. */
#ifndef CQ_LSP_RULE_NAME_H
#define CQ_LSP_RULE_NAME_H

#include "plugins/lsp/document.h"

typedef struct cq_lsp_rule_name {
    cq_span at;       /* of what is written of a name so far; may be empty */
    bool is_expected; /* a name of a rule belongs there */
} cq_lsp_rule_name;

/* The name that an offset is in or right behind. */
cq_lsp_rule_name cq_lsp_rule_name_at(const cq_lsp_document *document, uint32_t offset);

#endif
