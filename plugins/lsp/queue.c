#include "plugins/lsp/queue.h"

#include <stdlib.h>

#include "base/arena.h"

void cq_lsp_waiting_free(cq_lsp_waiting *waiting) {
    json_decref(waiting->message);
    free(waiting->refusal);
    free(waiting);
}

void cq_lsp_queue_release(cq_lsp_queue *queue) {
    cq_lsp_waiting *waiting;
    while ((waiting = cq_lsp_queue_take(queue))) cq_lsp_waiting_free(waiting);
}

void cq_lsp_queue_push(cq_lsp_queue *queue, json_t *message, const char *refusal) {
    cq_lsp_waiting *waiting = calloc(1, sizeof *waiting);
    if (!waiting) cq_arena_exhausted();
    waiting->message = message;
    if (!message && !(waiting->refusal = strdup(refusal))) cq_arena_exhausted();
    if (queue->last)
        queue->last->next = waiting;
    else
        queue->first = waiting;
    queue->last = waiting;
}

cq_lsp_waiting *cq_lsp_queue_take(cq_lsp_queue *queue) {
    cq_lsp_waiting *waiting = queue->first;
    if (!waiting) return NULL;
    queue->first = waiting->next;
    if (!queue->first) queue->last = NULL;
    return waiting;
}

void cq_lsp_waiting_cancel(cq_lsp_waiting *waiting, const json_t *id) {
    if (id && json_equal(json_object_get(waiting->message, "id"), id) &&
        json_object_get(waiting->message, "method"))
        waiting->is_cancelled = true;
}

void cq_lsp_queue_cancel(cq_lsp_queue *queue, const json_t *id) {
    for (cq_lsp_waiting *waiting = queue->first; waiting; waiting = waiting->next)
        cq_lsp_waiting_cancel(waiting, id);
}
