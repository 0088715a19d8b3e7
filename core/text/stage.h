/* Stages of the data path as text, for `calque dump` and the tests. Each stage is one file in
   text/stage/, found by its name: `stage/tokens.c` defines `const cq_stage cq_stage_tokens`. */
#ifndef CQ_TEXT_STAGE_H
#define CQ_TEXT_STAGE_H

#include "base/buf.h"
#include "text/doc.h"

typedef struct cq_stage {
    const char *name;    /* "tokens"; as in --stage */
    const char *summary; /* one line for the manual */
    /* Appends the stage, one item a line: for people, or as one JSON object a line with start, end
       (bytes in the file), text and the stage's fields. */
    void (*dump)(cq_buf *out, cq_doc *doc, bool as_json);
} cq_stage;

/* The stage of a name, or NULL. Static. */
const cq_stage *cq_stage_of_name(cq_str name);

/* All stages, NULL-terminated, by name. */
const cq_stage *const *cq_stage_all(void);

#endif
