/* An original: the text that an input is a translation of, open while the input is linted. */
#ifndef CQ_CLI_ORIGINAL_H
#define CQ_CLI_ORIGINAL_H

#include "plugins/cli/input.h"
#include "plugins/config/profile.h"

/* Caller's storage. */
typedef struct cq_original {
    cq_arena arena;
    const cq_input *input;
    cq_str path; /* of the source, as the user would name it */
    cq_str bytes;
    bool is_there; /* false: the input has no source, or none that can be read */
    cq_buf storage;
    cq_host *host; /* NULL: it was not opened */
    cq_doc doc;
    bool is_open;
} cq_original;

/* Reads the source of an input from where the input is: the disk, or what git has. A pattern may name a
   source that is not there; what cannot be read is a trouble, and the input has no source then. */
void cq_original_read(cq_original *original, const cq_input *input, cq_troubles *troubles);

/* Opens what was read, so that the host's rules see it until it is closed. `target` is how the input is
   opened. What cannot be read as text is a trouble, and the input has no source then. */
void cq_original_open(cq_original *original, cq_host *host, const cq_doc_options *target,
                      cq_troubles *troubles);

/* After the input's document is closed: its words are the younger ones. It need not have been opened. */
void cq_original_close(cq_original *original);

#endif
