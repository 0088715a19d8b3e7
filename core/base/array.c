#include "base/array.h"

#ifdef CQ_STRESS
#define LONG_ARRAY 512u /* items */
#endif

static uint32_t choose_capacity(uint32_t cap, uint32_t wanted) {
#ifdef CQ_STRESS
    /* One at a time; an arena keeps every copy, so that long arrays must not go on like that. */
    return cap < LONG_ARRAY ? wanted : wanted + wanted / 8;
#else
    uint64_t doubled = (uint64_t)cap * 2;
    if (doubled < 8) doubled = 8;
    if (doubled > UINT32_MAX) doubled = UINT32_MAX;
    return wanted > doubled ? wanted : (uint32_t)doubled;
#endif
}

void *cq_array_reserve(cq_arena *arena, void *at, uint32_t *cap, uint32_t len, uint32_t wanted,
                       size_t item_size) {
    if (wanted <= *cap && at) return at;
    if (wanted < len) /* the 32-bit count has wrapped */
        cq_arena_exhausted();
    uint32_t grown = choose_capacity(*cap, wanted);
    at = cq_arena_extend(arena, at, *cap * item_size, grown * item_size);
    *cap = grown;
    return at;
}

void *cq_array_splice(cq_arena *arena, void *at, uint32_t *cap, uint32_t *len, uint32_t first,
                      uint32_t gone, uint32_t added, size_t item_size) {
    uint32_t behind = *len - first - gone, count = first + added + behind;
    if (count < behind) /* the 32-bit count has wrapped */
        cq_arena_exhausted();
    if (!*len && !count) return at; /* there may be no storage yet */
    at = cq_array_reserve(arena, at, cap, *len, count, item_size);
    char *place = (char *)at + first * item_size;
    memmove(place + added * item_size, place + gone * item_size, behind * item_size);
    memset(place, 0, added * item_size);
    *len = count;
    return at;
}
