/* Memory by lifetime: everything in an arena is freed, or rewound, together. */
#ifndef CQ_BASE_ARENA_H
#define CQ_BASE_ARENA_H

#include "base/str.h"

typedef struct cq_arena_chunk cq_arena_chunk;

/* Caller's storage. Not for several threads at once. */
typedef struct cq_arena {
    cq_arena_chunk
        *chunk;       /* the newest chunk; older ones hang behind it, and those of large arrays */
    size_t used;      /* bytes of the newest chunk in use */
    size_t next_size; /* bytes that the next chunk will have at least */
    size_t total;     /* bytes taken from the system */
    uint64_t serial;  /* chunks made so far */
} cq_arena;

/* A point to rewind to. Valid until an older mark is rewound or the arena released. */
typedef struct cq_arena_mark {
    uint64_t serial;
    size_t used, next_size;
} cq_arena_mark;

void cq_arena_init(cq_arena *arena);

/* Frees everything; the arena is empty and usable afterwards. */
void cq_arena_release(cq_arena *arena);

/* `size` zeroed bytes aligned for any type, owned by the arena. Never NULL: without memory the
   program ends with one clear line and status 2. Built with -DCQ_ARENA_DEBUG every allocation
   has a malloc of its own, so that the sanitizers see overruns. */
void *cq_arena_alloc(cq_arena *arena, size_t size);

/* As cq_arena_alloc, not zeroed. */
void *cq_arena_take(cq_arena *arena, size_t size);

/* Makes an allocation of `old_size` bytes at least `new_size` long, in place where it is the
   newest one; the bytes up to `old_size` are kept, those behind are zero. The old pointer is
   dead afterwards. */
void *cq_arena_grow(cq_arena *arena, void *old, size_t old_size, size_t new_size);

/* As cq_arena_grow, the bytes behind not zeroed. */
void *cq_arena_extend(cq_arena *arena, void *old, size_t old_size, size_t new_size);

/* A copy of `s` in the arena, NUL-terminated behind its length. */
cq_str cq_str_dup(cq_arena *arena, cq_str s);

/* A formatted string in the arena, NUL-terminated behind its length. */
cq_str cq_str_format(cq_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

cq_arena_mark cq_arena_get_mark(const cq_arena *arena);

/* Frees what was allocated since `mark`. */
void cq_arena_rewind(cq_arena *arena, cq_arena_mark mark);

/* Says "calque: out of memory" and ends the program with status 2. */
_Noreturn void cq_arena_exhausted(void);

#define CQ_ARENA_NEW(arena, type) ((type *)cq_arena_alloc((arena), sizeof(type)))
#define CQ_ARENA_NEW_ARRAY(arena, type, count)                                                     \
    ((type *)cq_arena_alloc((arena), sizeof(type) * (size_t)(count)))

#endif
