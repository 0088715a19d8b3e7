#include "table.h"

#include "storage.h"

static uint32_t find_slot(const table *t, uint32_t key) {
    uint32_t at = key * 2654435761u;
    at = (at ^ at >> 15) & (t->slot_count - 1);
    while (t->slots[at] && t->keys[t->slots[at] - 1] != key) at = (at + 1) & (t->slot_count - 1);
    return at;
}

static void grow(table *t) {
    t->slot_count = t->slot_count ? t->slot_count * 2 : 1024;
    t->capacity = t->slot_count / 2;
    free(t->slots);
    t->slots = storage_new(t->slot_count, sizeof *t->slots);
    t->keys = storage_resize(t->keys, t->capacity, sizeof *t->keys);
    for (uint32_t i = 0; i < t->count; i++) t->slots[find_slot(t, t->keys[i])] = i + 1;
}

uint32_t table_get(table *t, uint32_t key) {
    if (t->count == t->capacity) grow(t);
    uint32_t slot = find_slot(t, key);
    if (!t->slots[slot]) {
        t->keys[t->count] = key;
        t->slots[slot] = ++t->count;
    }
    return t->slots[slot] - 1;
}

uint32_t table_find(const table *t, uint32_t key) {
    return t->count ? t->slots[find_slot(t, key)] - 1 : TABLE_NONE;
}
