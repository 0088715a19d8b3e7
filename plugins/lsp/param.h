/* Parameters: values out of a message, which may hold anything. What is missing or of another type
   reads as nothing: an empty string, zero, NULL. */
#ifndef CQ_LSP_PARAM_H
#define CQ_LSP_PARAM_H

#include <jansson.h>

#include "plugins/lsp/text.h"

/* The value at a path of keys with dots between them ("textDocument.uri"), or NULL. Borrowed. */
const json_t *cq_lsp_param_at(const json_t *params, const char *path);

/* The string there; borrowed from the message. */
cq_str cq_lsp_param_str(const json_t *params, const char *path);

/* The number there; one that no position, version or process could have reads as 0. */
int64_t cq_lsp_param_number(const json_t *params, const char *path);

bool cq_lsp_param_is_true(const json_t *params, const char *path);

/* The range there; false where there is none, or one of numbers below 0. */
bool cq_lsp_param_range(cq_lsp_range *out, const json_t *params, const char *path);
bool cq_lsp_param_position(cq_lsp_position *out, const json_t *params, const char *path);

/* Appends a range or position as JSON. */
void cq_lsp_param_push_range(cq_buf *out, const char *key, cq_lsp_range range);

#endif
