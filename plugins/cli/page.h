/* Pages: a rule as its manual has it, made of what its file says. */
#ifndef CQ_CLI_PAGE_H
#define CQ_CLI_PAGE_H

#include "base/io.h"
#include "lua/host.h"

/* Appends the manual page: what is wrong, why, sentences that are wrong and right. */
void cq_page_push(cq_buf *out, const cq_rule *rule);

/* Appends the fields of a rule and all its examples, as data. */
void cq_page_push_fields(cq_buf *out, const cq_rule *rule);

#endif
