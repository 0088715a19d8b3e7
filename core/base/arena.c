#include "base/arena.h"

#include "base/page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef CQ_STRESS
#define FIRST_CHUNK 64u
#define LARGEST_CHUNK 256u
#define LEAST_ALONE 128u
#else
#define FIRST_CHUNK (64u * 1024u)
#define LARGEST_CHUNK (4u * 1024u * 1024u)
#define LEAST_ALONE (128u * 1024u) /* bytes: an allocation from here on has a chunk to itself */
#endif
#define ALIGNMENT 16u

struct cq_arena_chunk {
    cq_arena_chunk *older;
    uint64_t serial; /* of the arena when it was made */
    size_t size;     /* bytes in data */
    size_t used;     /* bytes of it in use, when there is a newer chunk */
    _Alignas(ALIGNMENT) char data[];
};

void cq_arena_init(cq_arena *arena) {
    *arena = (cq_arena){.next_size = FIRST_CHUNK};
}

static void drop_chunk(cq_arena *arena, cq_arena_chunk **link) {
    cq_arena_chunk *chunk = *link;
    *link = chunk->older;
    arena->total -= chunk->size;
    free(chunk);
}

void cq_arena_release(cq_arena *arena) {
    while (arena->chunk) drop_chunk(arena, &arena->chunk);
    cq_arena_init(arena);
}

_Noreturn void cq_arena_exhausted(void) {
    fputs("calque: out of memory\n", stderr);
    exit(2);
}

/* A chunk that nothing hangs on yet. */
static cq_arena_chunk *new_chunk(cq_arena *arena, size_t size, bool is_zeroed) {
    cq_arena_chunk *chunk;
    chunk = is_zeroed ? calloc(1, sizeof *chunk + size) : malloc(sizeof *chunk + size);
    if (!chunk) cq_arena_exhausted();
    cq_page_prefer_huge(chunk, sizeof *chunk + size);
    *chunk = (cq_arena_chunk){.serial = ++arena->serial, .size = size};
    arena->total += size;
    return chunk;
}

static void add_chunk(cq_arena *arena, size_t size, bool is_zeroed) {
    cq_arena_chunk *chunk = new_chunk(arena, size, is_zeroed);
    if (arena->chunk) arena->chunk->used = arena->used;
    chunk->older = arena->chunk;
    arena->chunk = chunk;
    arena->used = 0;
}

static size_t round_up(size_t size) {
    if (size > SIZE_MAX / 2) cq_arena_exhausted();
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

/* A chunk to itself: there a large array grows where it is, or takes its pages along. It hangs behind the
   one that small things go on to be taken from. */
static void *take_alone(cq_arena *arena, size_t size, bool is_zeroed) {
    if (!arena->chunk) {
        add_chunk(arena, size, is_zeroed);
        arena->used = size;
        return arena->chunk->data;
    }
    cq_arena_chunk *chunk = new_chunk(arena, size, is_zeroed);
    chunk->used = size;
    chunk->older = arena->chunk->older;
    arena->chunk->older = chunk;
    return chunk->data;
}

void *cq_arena_take(cq_arena *arena, size_t size) {
#ifdef CQ_ARENA_DEBUG
    return take_alone(arena, size, false);
#else
    size = round_up(size);
    if (size >= LEAST_ALONE) return take_alone(arena, size, false);
    if (!arena->chunk || arena->chunk->size - arena->used < size) {
        add_chunk(arena, size > arena->next_size ? size : arena->next_size, false);
        if (arena->next_size < LARGEST_CHUNK) arena->next_size *= 2;
    }
    void *p = arena->chunk->data + arena->used;
    arena->used += size;
    return p;
#endif
}

void *cq_arena_alloc(cq_arena *arena, size_t size) {
    /* The system's memory is zero: what nobody will look at is not touched. */
    if (size >= LEAST_ALONE) return take_alone(arena, round_up(size), true);
    void *p = cq_arena_take(arena, size);
    memset(p, 0, size);
    return p;
}

#ifndef CQ_ARENA_DEBUG
static bool is_newest(const cq_arena *arena, const char *p, size_t size) {
    return arena->chunk && p + size == arena->chunk->data + arena->used;
}

/* Makes the chunk longer that holds `p` and nothing else; NULL: there is none. */
static void *grow_alone(cq_arena *arena, const char *p, size_t old_size, size_t new_size) {
    cq_arena_chunk **link = &arena->chunk;
    while (*link && (*link)->data != p) link = &(*link)->older;
    size_t *used = link == &arena->chunk ? &arena->used : *link ? &(*link)->used : NULL;
    if (!used || *used != old_size) return NULL;
    cq_arena_chunk *chunk = realloc(*link, sizeof *chunk + new_size);
    if (!chunk) cq_arena_exhausted();
    cq_page_prefer_huge(chunk, sizeof *chunk + new_size);
    arena->total += new_size - chunk->size;
    chunk->size = new_size;
    *link = chunk;
    *(link == &arena->chunk ? &arena->used : &chunk->used) = new_size;
    return chunk->data;
}
#endif

void *cq_arena_extend(cq_arena *arena, void *old, size_t old_size, size_t new_size) {
    if (new_size <= old_size) return old;
#ifndef CQ_ARENA_DEBUG
    size_t held = round_up(old_size), wanted = round_up(new_size);
    if (old && is_newest(arena, old, held) && arena->chunk->size - arena->used >= wanted - held) {
        arena->used += wanted - held;
        return old;
    }
    char *alone = held >= LEAST_ALONE ? grow_alone(arena, old, held, wanted) : NULL;
    if (alone) return alone;
#endif
    char *grown = cq_arena_take(arena, new_size);
    if (old_size) memcpy(grown, old, old_size);
    return grown;
}

void *cq_arena_grow(cq_arena *arena, void *old, size_t old_size, size_t new_size) {
    char *grown = cq_arena_extend(arena, old, old_size, new_size);
    if (new_size > old_size) memset(grown + old_size, 0, new_size - old_size);
    return grown;
}

cq_str cq_str_dup(cq_arena *arena, cq_str s) {
    char *copy = cq_arena_take(arena, s.len + 1);
    if (s.len) memcpy(copy, s.ptr, s.len);
    copy[s.len] = '\0';
    return (cq_str){copy, s.len};
}

cq_str cq_str_format(cq_arena *arena, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) len = 0;
    char *text = cq_arena_take(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return (cq_str){text, (size_t)len};
}

cq_arena_mark cq_arena_get_mark(const cq_arena *arena) {
    return (cq_arena_mark){arena->serial, arena->used, arena->next_size};
}

void cq_arena_rewind(cq_arena *arena, cq_arena_mark mark) {
    while (arena->chunk && arena->chunk->serial > mark.serial) drop_chunk(arena, &arena->chunk);
    while (arena->chunk && arena->chunk->older && arena->chunk->older->serial > mark.serial)
        drop_chunk(arena, &arena->chunk->older);
    arena->used = mark.used;
    arena->next_size =
        mark.next_size; /* or a thousand small documents would make large chunks in the end */
}
