/* Patience: how long somebody waits for work. Long work asks now and then, and ends early when it is over. */
#ifndef CQ_BASE_PATIENCE_H
#define CQ_BASE_PATIENCE_H

#include <stdbool.h>
#include <stddef.h>

/* Borrowed by the work that asks it, on the thread that works. */
typedef struct cq_patience {
    bool (*is_over)(void *context);
    void *context;
} cq_patience;

/* How many small steps (sentences) work takes between two questions. */
#define CQ_PATIENCE_STEPS 64u

/* Asks; NULL: never. */
static inline bool cq_patience_is_over(const cq_patience *patience) {
    return patience && patience->is_over(patience->context);
}

/* Asks at every CQ_PATIENCE_STEPS-th step. */
static inline bool cq_patience_is_over_at(const cq_patience *patience, size_t step) {
    return step % CQ_PATIENCE_STEPS == 0 && cq_patience_is_over(patience);
}

#endif
