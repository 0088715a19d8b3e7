#include "plugins/cli/pool.h"

#include "base/array.h"

#include <pthread.h>

typedef struct pool {
    const cq_pool_job *job;
    pthread_mutex_t lock; /* guards all below */
    uint32_t next_item;   /* the first that nobody works on */
    uint32_t next_done;   /* the first that was not handed over */
    bool is_handing_over; /* a thread is in job->done */
    bool is_over;
    bool *is_finished; /* by item */
} pool;

typedef struct worker {
    pool *pool;
    uint32_t number;
    pthread_t thread;
} worker;

/* Whoever finishes an item hands over the finished ones at the front, unless somebody is at it: that
   one looks again before it leaves. Called with the lock held. */
static void hand_over(pool *p) {
    if (p->is_handing_over) return;
    p->is_handing_over = true;
    while (!p->is_over && p->next_done < p->job->count && p->is_finished[p->next_done]) {
        uint32_t item = p->next_done;
        pthread_mutex_unlock(&p->lock);
        bool goes_on = p->job->done(p->job->context, item);
        pthread_mutex_lock(&p->lock);
        p->next_done++;
        p->is_over = p->is_over || !goes_on;
    }
    p->is_handing_over = false;
}

static void *work(void *argument) {
    worker *self = argument;
    pool *p = self->pool;
    pthread_mutex_lock(&p->lock);
    while (!p->is_over && p->next_item < p->job->count) {
        uint32_t item = p->next_item++;
        pthread_mutex_unlock(&p->lock);
        p->job->work(p->job->context, self->number, item);
        pthread_mutex_lock(&p->lock);
        p->is_finished[item] = true;
        hand_over(p);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

void cq_pool_run(const cq_pool_job *job, uint32_t threads) {
    cq_arena arena;
    cq_arena_init(&arena);
    pool p = {.job = job, .is_finished = CQ_ARENA_NEW_ARRAY(&arena, bool, job->count + 1u)};
    worker *workers = CQ_ARENA_NEW_ARRAY(&arena, worker, threads + 1u);
    pthread_mutex_init(&p.lock, NULL);
    workers[0] = (worker){.pool = &p};
    uint32_t started = 1;
    for (; started < threads && started < job->count; started++) {
        workers[started] = (worker){.pool = &p, .number = started};
        if (pthread_create(&workers[started].thread, NULL, work, &workers[started]) != 0) break;
    }
    work(&workers[0]);
    for (uint32_t i = 1; i < started; i++) pthread_join(workers[i].thread, NULL);
    pthread_mutex_destroy(&p.lock);
    cq_arena_release(&arena);
}
