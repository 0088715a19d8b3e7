/* Small memory: blocks do not overlap, come again, and stop at a limit. */
#include "lua/small_memory.h"

#include "cmocka_first.h"

#include <string.h>

#define LIMIT ((size_t)1 << 20) /* bytes */

static void test_blocks_are_apart(void **state) {
    (void)state;
    cq_small_memory memory;
    unsigned char *blocks[CQ_SMALL_MEMORY_LARGEST];
    cq_small_memory_init(&memory, LIMIT);
    for (size_t size = 1; size <= CQ_SMALL_MEMORY_LARGEST; size++) {
        blocks[size - 1] = cq_small_memory_take(&memory, size, LIMIT);
        assert_int_equal((uintptr_t)blocks[size - 1] % CQ_SMALL_MEMORY_STEP, 0);
        memset(blocks[size - 1], (int)(size & 0xFF), size);
    }
    for (size_t size = 1; size <= CQ_SMALL_MEMORY_LARGEST; size++)
        for (size_t i = 0; i < size; i++) assert_int_equal(blocks[size - 1][i], size & 0xFF);
    cq_small_memory_release(&memory);
}

static void test_what_is_given_back_comes_again(void **state) {
    (void)state;
    cq_small_memory memory;
    cq_small_memory_init(&memory, LIMIT);
    void *block = cq_small_memory_take(&memory, 33, LIMIT);
    cq_small_memory_give(&memory, block, 33);
    assert_ptr_not_equal(cq_small_memory_take(&memory, 32, LIMIT), block);
    assert_true(cq_small_memory_is_same(33, 48));
    assert_ptr_equal(cq_small_memory_take(&memory, 48, LIMIT), block);
    cq_small_memory_release(&memory);
}

static void test_limit(void **state) {
    (void)state;
    cq_small_memory memory;
    size_t taken = 0;
    cq_small_memory_init(&memory, LIMIT);
    while (cq_small_memory_take(&memory, 64, LIMIT)) taken += 64;
    assert_int_equal(taken, LIMIT);
    assert_int_equal(cq_small_memory_used(&memory), LIMIT);
    cq_small_memory_release(&memory);
}

static void test_room(void **state) {
    (void)state;
    cq_small_memory memory;
    cq_small_memory_init(&memory, LIMIT);
    assert_null(cq_small_memory_take(&memory, 64, 63));
    void *block = cq_small_memory_take(&memory, 64, 64);
    assert_true(cq_small_memory_has(&memory, block));
    assert_false(cq_small_memory_has(&memory, &memory));
    cq_small_memory_give(&memory, block, 64);
    assert_ptr_equal(cq_small_memory_take(&memory, 64, 0), block); /* no more than there was */
    cq_small_memory_release(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks_are_apart),
        cmocka_unit_test(test_what_is_given_back_comes_again),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_room),
    };
    return cmocka_run_group_tests_name("small_memory", tests, NULL, NULL);
}
