#include "lua/small_memory.h"

#include <sys/mman.h>

struct cq_small_block {
    cq_small_block *next;
};

void cq_small_memory_init(cq_small_memory *memory, size_t size) {
    *memory = (cq_small_memory){0};
    if (!size) return;
    void *stretch = mmap(NULL, size, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (stretch == MAP_FAILED) return;
    memory->start = memory->fresh = stretch;
    memory->end = memory->start + size;
}

void cq_small_memory_release(cq_small_memory *memory) {
    if (memory->start) munmap(memory->start, (size_t)(memory->end - memory->start));
    *memory = (cq_small_memory){0};
}

static size_t get_index(size_t size) {
    return (size - 1) / CQ_SMALL_MEMORY_STEP;
}

void *cq_small_memory_take(cq_small_memory *memory, size_t size, size_t room) {
    if (size > CQ_SMALL_MEMORY_LARGEST) return NULL;
    size_t index = get_index(size), length = (index + 1) * CQ_SMALL_MEMORY_STEP;
    cq_small_block *block = memory->free[index];
    if (block) {
        memory->free[index] = block->next;
        return block;
    }
    if ((size_t)(memory->end - memory->fresh) < length || length > room) return NULL;
    block = (void *)memory->fresh;
    memory->fresh += length;
    return block;
}

void cq_small_memory_give(cq_small_memory *memory, void *block, size_t size) {
    cq_small_block *given = block;
    given->next = memory->free[get_index(size)];
    memory->free[get_index(size)] = given;
}
