/* An original: the text that an input is a translation of, open while the input is linted. */
#ifndef CQ_CLI_ORIGINAL_H
#define CQ_CLI_ORIGINAL_H

#include "plugins/cli/input.h"
#include "plugins/config/profile.h"

/* Caller's storage. */
typedef struct cq_original {
    cq_host *host;
    cq_buf bytes;
    cq_doc doc;
    bool is_open; /* false: the input has no source, or none that can be read */
} cq_original;

/* Opens the source of an input, so that the host's rules see it until it is closed. It is read from where
   the input is: the disk, or what git has. `target` is how the input is opened. A pattern may name a source
   that is not there; what cannot be read, or not as text, is a trouble, and the input has no source then. */
void cq_original_open(cq_original *original, cq_host *host, const cq_input *input,
                      const cq_doc_options *target, cq_troubles *troubles);

/* After the input's document is closed: its words are the younger ones. */
void cq_original_close(cq_original *original);

#endif
