#include "storage.h"

#include "base/arena.h"

void *storage_new(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size);
    if (!memory) cq_arena_exhausted();
    return memory;
}

void *storage_resize(void *old, size_t count, size_t size) {
    void *memory = realloc(old, count * size);
    if (!memory) cq_arena_exhausted();
    return memory;
}
