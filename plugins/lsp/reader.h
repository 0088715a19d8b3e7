/* Reading a message's JSON. */
#ifndef CQ_LSP_READER_H
#define CQ_LSP_READER_H

#include <jansson.h>

#include "base/err.h"
#include "base/str.h"

/* The message, owned by the caller, or NULL and an error. Half a surrogate pair, which an editor sends
   when somebody deletes the other half, is read as U+FFFD, as are bytes that are not UTF-8: the text
   then has as many UTF-16 units as in the editor. */
json_t *cq_lsp_reader_parse(cq_str text, cq_err *err);

#endif
