/* The queue: messages that have come and wait. */
#ifndef CQ_LSP_QUEUE_H
#define CQ_LSP_QUEUE_H

#include <jansson.h>

#include "base/str.h"

typedef struct cq_lsp_waiting {
    json_t *message; /* NULL: it was none, and `refusal` says why */
    char *refusal;
    bool is_cancelled; /* by the client */
    struct cq_lsp_waiting *next;
} cq_lsp_waiting;

/* Caller's storage, zero-initialised. */
typedef struct cq_lsp_queue {
    cq_lsp_waiting *first, *last;
} cq_lsp_queue;

void cq_lsp_queue_release(cq_lsp_queue *queue);

/* Puts a message, which is the queue's from now on, at the end; NULL: `refusal` (copied) says why what
   came was none. */
void cq_lsp_queue_push(cq_lsp_queue *queue, json_t *message, const char *refusal);

/* Takes the first one out; NULL: there is none. The caller frees it. */
cq_lsp_waiting *cq_lsp_queue_take(cq_lsp_queue *queue);
void cq_lsp_waiting_free(cq_lsp_waiting *waiting);

/* Marks the requests of an id as cancelled: the one that waits, or all of the queue. */
void cq_lsp_waiting_cancel(cq_lsp_waiting *waiting, const json_t *id);
void cq_lsp_queue_cancel(cq_lsp_queue *queue, const json_t *id);

#endif
