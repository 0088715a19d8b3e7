/* Positions as the protocol counts them: lines from 0, and in a line units of the encoding that was
   agreed on. The only place that knows UTF-16. */
#ifndef CQ_LSP_POSITION_H
#define CQ_LSP_POSITION_H

#include "base/str.h"

typedef enum cq_lsp_encoding {
    CQ_LSP_UTF16, /* what a client means that names none */
    CQ_LSP_UTF8,
    CQ_LSP_UTF32,
} cq_lsp_encoding;

/* `character` counts units of the encoding from the start of the line. */
typedef struct cq_lsp_position {
    uint32_t line, character;
} cq_lsp_position;

/* "utf-8", ...; static. */
const char *cq_lsp_encoding_name(cq_lsp_encoding encoding);

/* The encoding of a name; false where there is none of that name. */
bool cq_lsp_encoding_of_name(cq_lsp_encoding *out, cq_str name);

/* Units in UTF-8 text. A byte that is not part of a character counts as one. */
uint32_t cq_lsp_position_count(cq_str text, cq_lsp_encoding encoding);

/* Bytes of `line` in front of its unit `character`: its length where it has fewer, the start of the
   character that the unit lies in. */
uint32_t cq_lsp_position_skip(cq_str line, uint32_t character, cq_lsp_encoding encoding);

#endif
