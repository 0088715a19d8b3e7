/* The outbox: what the client is sent, as messages of the protocol. */
#ifndef CQ_LSP_OUTBOX_H
#define CQ_LSP_OUTBOX_H

#include <jansson.h>

#include "plugins/lsp/wire.h"

/* Caller's storage. */
typedef struct cq_lsp_outbox {
    cq_lsp_wire *wire;    /* borrowed */
    cq_buf notification;  /* that has been begun; its room is kept for the next one */
    int64_t last_request; /* id of the last request of ours; 0: none */
    char trace; /* what the client wants to hear of our work: 'o'ff, 'm'essages, 'v'erbose */
} cq_lsp_outbox;

/* Sends a notification with the parameters that `params` holds as JSON; empty: null. */
void cq_lsp_outbox_notify(cq_lsp_outbox *outbox, const char *method, cq_str params);

/* The same for long ones: what is appended to the buffer that this returns are the parameters, and ending
   sends them. One at a time; shorter messages may be sent between. */
cq_buf *cq_lsp_outbox_begin(cq_lsp_outbox *outbox, const char *method);
void cq_lsp_outbox_end(cq_lsp_outbox *outbox);

/* Forgets what it keeps. */
void cq_lsp_outbox_release(cq_lsp_outbox *outbox);

/* As cq_lsp_outbox_notify, with a request. Returns its id. */
int64_t cq_lsp_outbox_request(cq_lsp_outbox *outbox, const char *method, cq_str params);

/* Answers the client's request of an id with a result, JSON; empty: null. */
void cq_lsp_outbox_answer(cq_lsp_outbox *outbox, const json_t *id, cq_str result);

/* Answers that it cannot be done; `id` is NULL where none could be read. */
void cq_lsp_outbox_refuse(cq_lsp_outbox *outbox, const json_t *id, int code, const char *why);

/* A line for the client's log; `type` as in the protocol: 1 error, 2 warning, 3 information. */
void cq_lsp_outbox_log(cq_lsp_outbox *outbox, int type, cq_str line);

/* A line that the client shows to its user. */
void cq_lsp_outbox_show(cq_lsp_outbox *outbox, int type, cq_str line);

/* Where the client traces: that something was done, and to what. */
void cq_lsp_outbox_trace(cq_lsp_outbox *outbox, const char *verb, cq_str what);

/* Lets a client that pulls diagnostics ask for them again. */
void cq_lsp_outbox_refresh(cq_lsp_outbox *outbox);

#endif
