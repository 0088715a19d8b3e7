/* Memory for a Lua state's small objects: views, strings, closures, tables. They come and go by the
   hundred thousand, all of a few sizes, and a list of free blocks for each size is all that they need:
   through malloc they cost more than three times as much. */
#ifndef CQ_LUA_SMALL_MEMORY_H
#define CQ_LUA_SMALL_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

enum {
    CQ_SMALL_MEMORY_STEP = 16,     /* bytes from one size to the next */
    CQ_SMALL_MEMORY_LARGEST = 256, /* bytes */
    CQ_SMALL_MEMORY_SIZES = CQ_SMALL_MEMORY_LARGEST / CQ_SMALL_MEMORY_STEP,
};

typedef struct cq_small_block cq_small_block;

/* Caller's storage. One thread at a time. All blocks are in one stretch of addresses, which has memory
   where it was used. What is given back is kept for blocks of the same size. */
typedef struct cq_small_memory {
    char *start, *fresh, *end; /* fresh: from there on nothing was given out yet */
    cq_small_block *free[CQ_SMALL_MEMORY_SIZES];
} cq_small_memory;

/* For `size` bytes at most, 0 too. Where the system has no such stretch, there are no blocks. */
void cq_small_memory_init(cq_small_memory *memory, size_t size);

/* Frees all blocks. */
void cq_small_memory_release(cq_small_memory *memory);

/* A block of `size` bytes, not 0, aligned for any type; NULL: none of its size was given back, and no
   more than `room` bytes may be used that were not so far, or there are no more. */
void *cq_small_memory_take(cq_small_memory *memory, size_t size, size_t room);

/* `block` was taken with a size that is as many steps long as `size`. */
void cq_small_memory_give(cq_small_memory *memory, void *block, size_t size);

static inline bool cq_small_memory_has(const cq_small_memory *memory, const void *block) {
    return (const char *)block >= memory->start && (const char *)block < memory->end;
}

/* Bytes that are or were in use. */
static inline size_t cq_small_memory_used(const cq_small_memory *memory) {
    return (size_t)(memory->fresh - memory->start);
}

/* Are blocks of these sizes equally long? */
static inline bool cq_small_memory_is_same(size_t one, size_t other) {
    return (one - 1) / CQ_SMALL_MEMORY_STEP == (other - 1) / CQ_SMALL_MEMORY_STEP;
}

#endif
