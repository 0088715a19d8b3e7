/* The wire: messages on a pair of descriptors, each with its length in front, as the base part of the
   protocol has it. What a message says is none of its business. */
#ifndef CQ_LSP_WIRE_H
#define CQ_LSP_WIRE_H

#include "base/buf.h"
#include "base/err.h"

/* A longer message is passed over: no editor sends one, and it would be held in memory whole. */
#define CQ_LSP_WIRE_LONGEST ((size_t)64 << 20)

/* Caller's storage; the descriptors stay the caller's. */
typedef struct cq_lsp_wire {
    int in, out;
    int flags; /* of `out`, as they were; -1: it has none */
    cq_buf unread;
    size_t done;    /* bytes of `unread` that were given out */
    size_t passing; /* bytes of a message that is too long and still to be passed over */
    cq_buf framed;  /* what was written last; its room is kept for the next message */
    bool is_ended;  /* nothing more comes */
    bool is_broken; /* nothing more can be written */
} cq_lsp_wire;

/* Lets writing return where it would wait: see cq_lsp_wire_write. A descriptor's flags may be shared
   with others: the end puts them back as they were. */
void cq_lsp_wire_begin(cq_lsp_wire *wire, int in, int out);
void cq_lsp_wire_end(cq_lsp_wire *wire);

typedef enum cq_lsp_wire_status {
    CQ_LSP_WIRE_MESSAGE,
    CQ_LSP_WIRE_SILENT,  /* nothing came in time */
    CQ_LSP_WIRE_REFUSED, /* what came is no message; err says why, and the next one may be read */
    CQ_LSP_WIRE_ENDED,
} cq_lsp_wire_status;

/* The next message, waiting for it at most `wait` milliseconds (-1: as long as it takes, 0: only what
   is there already). It is borrowed until the next call. */
cq_lsp_wire_status cq_lsp_wire_read(cq_str *message, cq_lsp_wire *wire, int wait, cq_err *err);

/* Writes a message. While the client does not read, what it says meanwhile is taken in (up to the
   longest message), so that one that writes first and reads later is no dead end. Where nobody reads any
   more, the wire is broken, and it does nothing. Ends what cq_lsp_wire_read lent. */
void cq_lsp_wire_write(cq_lsp_wire *wire, cq_str message);

#endif
