#include "lua/small_memory.h"

#define SLAB (16u * 1024u) /* bytes */

struct cq_small_block {
    cq_small_block *next;
};

void cq_small_memory_init(cq_small_memory *memory) {
    *memory = (cq_small_memory){0};
    cq_arena_init(&memory->arena);
}

void cq_small_memory_release(cq_small_memory *memory) {
    cq_arena_release(&memory->arena);
    cq_small_memory_init(memory);
}

/* What is left of the slab before is too short for a block of this size, and stays unused. */
static bool add_slab(cq_small_memory *memory, size_t limit) {
    if (memory->arena.total + SLAB > limit) return false;
    memory->fresh = cq_arena_take(&memory->arena, SLAB);
    memory->fresh_end = memory->fresh + SLAB;
    return true;
}

void *cq_small_memory_take(cq_small_memory *memory, size_t size, size_t limit) {
    size_t index = (size - 1) / CQ_SMALL_MEMORY_STEP, length = (index + 1) * CQ_SMALL_MEMORY_STEP;
    cq_small_block *block = memory->free[index];
    if (block) {
        memory->free[index] = block->next;
        return block;
    }
    if ((size_t)(memory->fresh_end - memory->fresh) < length && !add_slab(memory, limit)) return NULL;
    block = (void *)memory->fresh;
    memory->fresh += length;
    return block;
}

void cq_small_memory_give(cq_small_memory *memory, void *block, size_t size) {
    size_t index = (size - 1) / CQ_SMALL_MEMORY_STEP;
    cq_small_block *given = block;
    given->next = memory->free[index];
    memory->free[index] = given;
}
