/* A source read by a format, for the tests of formats. */
#ifndef TESTS_UNIT_MARKUP_FIXTURE_H
#define TESTS_UNIT_MARKUP_FIXTURE_H

#include "base/utf8.h"
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

/* A name of a file that the format reads. Caller's storage. */
static inline const char *name_file(const cq_format *format, char *out, size_t size) {
    const char *ending = format->endings[0];
    snprintf(out, size, "%s%s", ending ? "a" : "", ending ? ending : format->names[0]);
    return out;
}

static inline void check_segment(const fixture *f, const cq_block *block, uint32_t i) {
    const cq_segment *segment = &block->segments[i];
    uint32_t end = i + 1 < block->segment_count ? segment[1].text_start : (uint32_t)block->text.len;
    cq_str text = cq_str_slice(block->text, segment->text_start, end);
    cq_str source = cq_str_slice(f->source.text, segment->source.start, segment->source.end);
    assert_true(text.len > 0 && segment->text_start < end);
    assert_true(segment->source.start <= segment->source.end);
    assert_true(segment->source.end <= f->source.text.len);
    assert_true(i == 0 || segment[-1].source.end <= segment->source.start);
    assert_true(!segment->is_verbatim || cq_str_is_equal(text, source));
}

/* Segments are in order and inside the file, verbatim ones are what they say; so are blocks, asides
   and cells of several lines excepted. */
static inline void check_blocks(const fixture *f) {
    uint32_t before = f->source.body;
    for (uint32_t i = 0; i < f->blocks.len; i++) {
        const cq_block *block = &f->blocks.at[i];
        assert_true(block->segment_count > 0 && block->segments[0].text_start == 0);
        assert_true(cq_utf8_find_invalid(block->text) == SIZE_MAX);
        for (uint32_t s = 0; s < block->segment_count; s++) check_segment(f, block, s);
        if (block->kind == CQ_BLOCK_META || block->kind == CQ_BLOCK_TABLE_CELL) continue;
        assert_true(before <= block->source.start);
        before = block->source.end;
    }
}

static inline void close_fixture(fixture *f) {
    cq_arena_release(&f->arena);
}

#endif
