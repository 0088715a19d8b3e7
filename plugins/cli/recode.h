/* Recoding: text of another encoding as UTF-8. */
#ifndef CQ_CLI_RECODE_H
#define CQ_CLI_RECODE_H

#include "base/buf.h"
#include "base/err.h"

/* Appends the bytes, which are text in the encoding of that name, as UTF-8. False, with a part of it
   appended, where the C library does not know the encoding, or the bytes are no such text. */
bool cq_recode_push(cq_buf *out, const cq_buf *bytes, const char *encoding, cq_err *err);

#endif
