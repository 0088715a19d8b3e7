/* Inputs: what is to be linted, in the order in which it is reported. */
#ifndef CQ_CLI_INPUT_H
#define CQ_CLI_INPUT_H

#include "base/array.h"
#include "base/buf.h"
#include "base/err.h"
#include "check/touch.h"

typedef enum cq_input_kind {
    CQ_INPUT_FILE,
    CQ_INPUT_STDIN,
    CQ_INPUT_BYTES, /* they are here already */
} cq_input_kind;

/* Where the text is that an input is a translation of. */
typedef enum cq_input_source {
    CQ_INPUT_SOURCE_PAIRED, /* on disk, where the pairs of the profile say, if they do and it is there */
    CQ_INPUT_SOURCE_FILE,  /* on disk, where source_path says */
    CQ_INPUT_SOURCE_BYTES, /* here already */
    CQ_INPUT_SOURCE_NONE,
} cq_input_source;

typedef struct cq_input {
    cq_input_kind kind;
    cq_str path;     /* as the user named it, for display and for the format; NUL-terminated */
    cq_str bytes;    /* of CQ_INPUT_BYTES */
    cq_str key;      /* the same for two ways to name one file */
    cq_str language; /* that its surroundings name; empty: they do not. NUL-terminated */
    cq_str tree_path,
        blob; /* of what git has staged: from the root of the tree, and its id; else empty */
    cq_str
        origin; /* what git takes it for a copy of, from the root of the tree; empty: of nothing */
    bool is_executable;      /* of what git has staged */
    bool is_converted;       /* the bytes are those that git would stage, not the file's own */
    const cq_spans *changed; /* only what touches these counts; NULL: all of it */
    uint32_t number;         /* its place among those pushed */
    bool is_named;           /* the user named it, and not only a folder above it */
    const struct cq_profile *profile; /* what is configured for it; borrowed */
    cq_input_source source_kind;
    cq_str
        source_path; /* NUL-terminated, absolute; empty where the kind wants none. Until plugins/cli/pairing
                           has seen it: what an attribute names, from the root of the tree */
    cq_str source_bytes;
} cq_input;

/* Caller's storage; the arena owns paths and bytes. */
typedef struct cq_inputs {
    cq_arena arena;
    CQ_ARRAY(cq_input) list;
} cq_inputs;

void cq_inputs_init(cq_inputs *inputs);
void cq_inputs_release(cq_inputs *inputs);

/* Adds an input; strings are copied. `key` as above. */
cq_input *cq_inputs_push(cq_inputs *inputs, cq_input_kind kind, cq_str path, cq_str key);

/* Drops what was named before, and orders by path, bytewise. */
void cq_inputs_settle(cq_inputs *inputs);

/* The bytes of an input: read into `storage`, or borrowed. */
bool cq_input_read(cq_str *out, cq_buf *storage, const cq_input *input, cq_err *err);

#endif
