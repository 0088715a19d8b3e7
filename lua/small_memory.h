/* Memory for a Lua state's small objects: views, strings, closures, tables. They come and go by the
   hundred thousand, all of a few sizes, and a list of free blocks for each size is all that they need:
   through malloc they cost four times as much. */
#ifndef CQ_LUA_SMALL_MEMORY_H
#define CQ_LUA_SMALL_MEMORY_H

#include "base/arena.h"

enum {
    CQ_SMALL_MEMORY_STEP = 16,     /* bytes from one size to the next */
    CQ_SMALL_MEMORY_LARGEST = 256, /* bytes; a debug build has none, so that the sanitizers see each block */
    CQ_SMALL_MEMORY_SIZES = CQ_SMALL_MEMORY_LARGEST / CQ_SMALL_MEMORY_STEP,
};

typedef struct cq_small_block cq_small_block;

/* Caller's storage. One thread at a time. What is given back is kept for blocks of the same size. */
typedef struct cq_small_memory {
    cq_arena arena;
    char *fresh, *fresh_end; /* of the newest slab: not given out yet */
    cq_small_block *free[CQ_SMALL_MEMORY_SIZES];
} cq_small_memory;

void cq_small_memory_init(cq_small_memory *memory);

/* Frees all blocks. */
void cq_small_memory_release(cq_small_memory *memory);

/* Does a block of `size` bytes, not 0, belong here? */
static inline bool cq_small_memory_is_for(size_t size) {
#ifdef CQ_DEBUG
    return (void)size, false;
#else
    return size <= CQ_SMALL_MEMORY_LARGEST;
#endif
}

/* A block of `size` bytes, aligned for any type; NULL when the memory would come to more than `limit`
   bytes with it. */
void *cq_small_memory_take(cq_small_memory *memory, size_t size, size_t limit);

/* `block` was taken with a size that is as many steps long as `size`. */
void cq_small_memory_give(cq_small_memory *memory, void *block, size_t size);

/* Are blocks of these sizes equally long? */
static inline bool cq_small_memory_is_same(size_t one, size_t other) {
    return (one - 1) / CQ_SMALL_MEMORY_STEP == (other - 1) / CQ_SMALL_MEMORY_STEP;
}

#endif
