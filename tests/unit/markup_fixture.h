/* A source read by a format, for the tests of formats. */
#ifndef TESTS_UNIT_MARKUP_FIXTURE_H
#define TESTS_UNIT_MARKUP_FIXTURE_H

#include "text/markup.h"

/* clang-format off: cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
/* clang-format on */

#define OBJECT "\xEF\xBF\xBC"

typedef struct fixture {
    cq_arena arena;
    cq_source source;
    cq_blocks blocks;
} fixture;

/* False where the format has given up; it is closed all the same. */
static inline bool open_fixture(fixture *f, const char *path, cq_str text) {
    cq_err err;
    *f = (fixture){0};
    cq_arena_init(&f->arena);
    assert_true(cq_source_init(&f->source, &f->arena, cq_str_of(path), text, &err));
    return cq_format_of_path(cq_str_of(path))->read(&f->blocks, &f->arena, &f->source, &err);
}

static inline void close_fixture(fixture *f) {
    cq_arena_release(&f->arena);
}

#endif
