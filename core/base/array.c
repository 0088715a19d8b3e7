#include "base/array.h"

static uint32_t choose_capacity(uint32_t cap, uint32_t wanted) {
#ifdef CQ_STRESS
    (void)cap;
    return wanted;
#else
    uint64_t doubled = (uint64_t)cap * 2;
    if (doubled < 8)
        doubled = 8;
    if (doubled > UINT32_MAX)
        doubled = UINT32_MAX;
    return wanted > doubled ? wanted : (uint32_t)doubled;
#endif
}

void *cq_array_reserve(cq_arena *arena, void *at, uint32_t *cap, uint32_t len, uint32_t wanted,
                       size_t item_size) {
    if (wanted <= *cap && at)
        return at;
    if (wanted < len) /* the 32-bit count has wrapped */
        cq_arena_exhausted();
    uint32_t grown = choose_capacity(*cap, wanted);
    at = cq_arena_grow(arena, at, *cap * item_size, grown * item_size);
    *cap = grown;
    return at;
}
