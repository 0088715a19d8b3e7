/* A table from 32-bit keys to the numbers 0, 1, 2, ... in the order of their first use. */
#ifndef TESTS_MODEL_TABLE_H
#define TESTS_MODEL_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#define TABLE_NONE UINT32_MAX

/* Caller's storage, zero-initialised; lives as long as the program. */
typedef struct table {
    uint32_t *slots; /* number + 1; 0 is free */
    uint32_t *keys;  /* by number */
    uint32_t slot_count, count, capacity;
} table;

/* The number of a key; a new one when it was not there. */
uint32_t table_get(table *t, uint32_t key);

/* The number of a key, or TABLE_NONE. */
uint32_t table_find(const table *t, uint32_t key);

#endif
