/* Memos: the findings of a document as bytes, to be read again where the document is the same. */
#ifndef CQ_CHECK_MEMO_H
#define CQ_CHECK_MEMO_H

#include "base/buf.h"
#include "check/finding.h"

/* Appends the findings, and how many words the document has. */
void cq_memo_push(cq_buf *out, const cq_findings *findings, uint32_t words);

/* The rule of an id, or NULL. */
typedef const cq_rule *cq_memo_rule(const void *context, cq_str id);

/* Reads into `out` (empty; it gets copies of all) what cq_memo_push wrote, of a document of `size`
   bytes. False, and the findings are anything: the bytes are no memo, or one that cannot be of such a
   document or of such rules. Whatever they are, nothing of `out` lies outside of the document then. */
bool cq_memo_read(cq_findings *out, uint32_t *words, cq_str bytes, uint32_t size,
                  cq_memo_rule *rule_of, const void *context);

#endif
