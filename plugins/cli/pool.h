/* A pool of threads that works through numbered items and hands over what is done in their order. */
#ifndef CQ_CLI_POOL_H
#define CQ_CLI_POOL_H

#include <stdbool.h>
#include <stdint.h>

/* What to do with the items 0 to `count` - 1. */
typedef struct cq_pool_job {
    uint32_t count;
    /* Works on an item; called on any thread, `thread` is its number from 0. */
    void (*work)(void *context, uint32_t thread, uint32_t item);
    /* Takes over a finished item: in the order of the items, one call at a time, on any thread.
       False: nothing more is wanted; items not begun are left out. */
    bool (*done)(void *context, uint32_t item);
    void *context;
} cq_pool_job;

/* Runs the job on up to `threads` threads, the caller's (number 0) among them, and returns when all
   of it is over. Where no further thread can be had it goes on with those that are there. */
void cq_pool_run(const cq_pool_job *job, uint32_t threads);

#endif
