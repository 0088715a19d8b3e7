/* Growing arrays in an arena, typed by a macro. Items move when the array grows: hold indices. */
#ifndef CQ_BASE_ARRAY_H
#define CQ_BASE_ARRAY_H

#include "base/arena.h"

/* Declares an array of T: `at` borrows from the arena it was pushed with. */
#define CQ_ARRAY(T)                                                                                \
    struct {                                                                                       \
        T *at;                                                                                     \
        uint32_t len, cap;                                                                         \
    }

typedef CQ_ARRAY(cq_str) cq_strs;

/* Makes room for `count` items in all; for callers that can estimate. */
#define CQ_ARRAY_RESERVE(arena, array, count)                                                      \
    ((array)->at = cq_array_reserve((arena), (array)->at, &(array)->cap, (array)->len,             \
                                    (uint32_t)(count), sizeof *(array)->at))

/* A pointer to a new zeroed last item, valid until the next push. It is zeroed here, where it is about
   to be written, and not with all the others when the array grows: memory is touched once. */
#define CQ_ARRAY_PUSH(arena, array)                                                                \
    ((void)((array)->len < (array)->cap || CQ_ARRAY_RESERVE((arena), (array), (array)->len + 1u)), \
     memset(&(array)->at[(array)->len], 0, sizeof *(array)->at), &(array)->at[(array)->len++])

/* Puts `added` zeroed items in the place of the `gone` items from `first` on. */
#define CQ_ARRAY_SPLICE(arena, array, first, gone, added)                                          \
    ((array)->at = cq_array_splice((arena), (array)->at, &(array)->cap, &(array)->len, (first),    \
                                   (gone), (added), sizeof *(array)->at))

/* The array's storage with room for at least `wanted` items of `item_size` bytes; updates *cap.
   What items behind `len` hold is anyone's guess. */
void *cq_array_reserve(cq_arena *arena, void *at, uint32_t *cap, uint32_t len, uint32_t wanted,
                       size_t item_size);

/* The storage after a splice; updates *cap and *len. [first, first + gone) lies inside. */
void *cq_array_splice(cq_arena *arena, void *at, uint32_t *cap, uint32_t *len, uint32_t first,
                      uint32_t gone, uint32_t added, size_t item_size);

#endif
