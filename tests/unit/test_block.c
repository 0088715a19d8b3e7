/* Blocks: what the markup formats write, and the way from a block's text back to the source. */
#include "text/block.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* 0123456789012345678901234567 */
#define TEXT "He said &amp; *wrote* `x` on."

static cq_arena arena;
static cq_source source;
static cq_blocks blocks;
static cq_block_writer writer;

static int set_up(void **state) {
    (void)state;
    cq_err err;
    cq_arena_init(&arena);
    blocks = (cq_blocks){0};
    if (!cq_source_init(&source, &arena, CQ_STR("a.md"), CQ_STR(TEXT), &err)) return 1;
    cq_block_writer_init(&writer, &arena, &source, &blocks);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    cq_block_writer_release(&writer);
    cq_arena_release(&arena);
    return 0;
}

static void copy(uint32_t start, uint32_t end) {
    cq_block_writer_copy(&writer, (cq_span){start, end});
}

/* TEXT as a Markdown reader would write it: "He said & wrote \uFFFC on." */
static const cq_block *write_all(void) {
    cq_block_writer_begin(&writer, CQ_BLOCK_PARAGRAPH, 0, CQ_STR(""));
    copy(0, 8);
    cq_block_writer_replace(&writer, CQ_STR("&"), (cq_span){8, 13});
    copy(13, 14);
    cq_block_writer_emphasise(&writer, CQ_EMPHASIS_STRESSED);
    copy(15, 20);
    cq_block_writer_emphasise(&writer, 0);
    copy(21, 22);
    cq_block_writer_omit(&writer, CQ_INLINE_CODE, (cq_span){22, 25});
    copy(25, 29);
    return cq_block_writer_end(&writer);
}

static void assert_span(cq_span span, uint32_t start, uint32_t end) {
    assert_int_equal(span.start, start);
    assert_int_equal(span.end, end);
}

static void one_stretch_of_source_is_borrowed(void **state) {
    (void)state;
    cq_block_writer_begin(&writer, CQ_BLOCK_HEADING, 2, CQ_STR("fr"));
    copy(0, 2);
    copy(2, 7);
    const cq_block *block = cq_block_writer_end(&writer);
    assert_ptr_equal(block->text.ptr, source.text.ptr);
    assert_int_equal(block->text.len, 7);
    assert_int_equal(block->segment_count, 1);
    assert_int_equal(block->kind, CQ_BLOCK_HEADING);
    assert_int_equal(block->depth, 2);
    assert_int_equal(block->partner, UINT32_MAX);
    assert_true(cq_str_is_equal(block->language, CQ_STR("fr")));
    assert_span(block->source, 0, 7);
    assert_span(cq_block_locate(block, (cq_text_span){3, 7}), 3, 7);
}

static void replaced_and_omitted_pieces_find_back(void **state) {
    (void)state;
    const cq_block *block = write_all();
    assert_true(cq_str_is_equal(block->text, CQ_STR("He said & wrote \xEF\xBF\xBC on.")));
    assert_span(cq_block_locate(block, (cq_text_span){0, 2}), 0, 2);
    assert_span(cq_block_locate(block, (cq_text_span){8, 9}), 8, 13);    /* & */
    assert_span(cq_block_locate(block, (cq_text_span){10, 15}), 15, 20); /* wrote, without marks */
    assert_span(cq_block_locate(block, (cq_text_span){3, 15}), 3, 20);
    assert_span(cq_block_locate(block, (cq_text_span){16, 19}), 22, 25); /* the code */
    assert_span(cq_block_locate(block, (cq_text_span){20, 22}), 26, 28);
    assert_span(cq_block_locate(block, (cq_text_span){0, 23}), 0, 29);
}

static void an_empty_stretch_is_a_place(void **state) {
    (void)state;
    const cq_block *block = write_all();
    assert_span(cq_block_locate(block, (cq_text_span){3, 3}), 3, 3);
    assert_span(cq_block_locate(block, (cq_text_span){23, 23}), 29, 29);
}

static void segments_know_what_they_are(void **state) {
    (void)state;
    const cq_block *block = write_all();
    assert_int_equal(cq_block_segment_at(block, 0)->is_verbatim, 1);
    assert_int_equal(cq_block_segment_at(block, 8)->is_verbatim, 0);
    assert_int_equal(cq_block_segment_at(block, 11)->emphasis, CQ_EMPHASIS_STRESSED);
    assert_int_equal(cq_block_segment_at(block, 17)->inline_kind, CQ_INLINE_CODE);
    assert_int_equal(cq_block_segment_at(block, 22)->emphasis, 0);
}

static void white_space_alone_is_no_block(void **state) {
    (void)state;
    cq_block_writer_begin(&writer, CQ_BLOCK_PARAGRAPH, 0, CQ_STR(""));
    copy(2, 3);
    assert_null(cq_block_writer_end(&writer));
    assert_null(cq_block_writer_end(&writer));
    copy(0, 2); /* nothing is open: ignored */
    assert_int_equal(blocks.len, 0);
}

static void an_aside_follows_the_block_it_stands_in(void **state) {
    (void)state;
    cq_block_writer_begin(&writer, CQ_BLOCK_PARAGRAPH, 0, CQ_STR(""));
    copy(0, 3);
    cq_block_writer_begin_aside(&writer, CQ_STR(""));
    copy(15, 20);
    cq_block_writer_end_aside(&writer);
    copy(3, 7);
    cq_block_writer_end(&writer);
    assert_int_equal(blocks.len, 2);
    assert_true(cq_str_is_equal(blocks.at[0].text, CQ_STR("He said")));
    assert_int_equal(blocks.at[1].kind, CQ_BLOCK_META);
    assert_true(cq_str_is_equal(blocks.at[1].text, CQ_STR("wrote")));
    assert_span(cq_block_locate(&blocks.at[1], (cq_text_span){0, 5}), 15, 20);
}

static void kinds_have_names(void **state) {
    (void)state;
    assert_string_equal(cq_block_kind_name(CQ_BLOCK_LIST_ITEM), "list-item");
    assert_string_equal(cq_inline_kind_name(CQ_INLINE_FOOTNOTE), "footnote");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(one_stretch_of_source_is_borrowed), TEST(replaced_and_omitted_pieces_find_back),
        TEST(an_empty_stretch_is_a_place),       TEST(segments_know_what_they_are),
        TEST(white_space_alone_is_no_block),     TEST(an_aside_follows_the_block_it_stands_in),
        cmocka_unit_test(kinds_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
