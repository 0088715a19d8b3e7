/* Arenas: what they give is aligned, zeroed, and there until it is rewound. */
#include "base/array.h"

#include "cmocka_first.h"

static int open_arena(void **state) {
    static cq_arena arena;
    cq_arena_init(&arena);
    *state = &arena;
    return 0;
}

static int close_arena(void **state) {
    cq_arena_release(*state);
    return 0;
}

static void test_memory_is_aligned_and_zeroed(void **state) {
    for (size_t size = 0; size < 300; size++) {
        char *p = cq_arena_alloc(*state, size);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(p[i], 0);
        memset(p, 0xAA, size);
    }
}

/* Nothing given overlaps anything given before. */
static void test_memory_stays(void **state) {
    unsigned char *all[500];
    for (unsigned i = 0; i < 500; i++)
        all[i] = memset(cq_arena_take(*state, i + 1), (int)(i & 0xFF), i + 1);
    for (unsigned i = 0; i < 500; i++)
        for (unsigned j = 0; j <= i; j++) assert_int_equal(all[i][j], i & 0xFF);
}

static void test_large_allocation(void **state) {
    cq_arena *arena = *state;
    char *p = cq_arena_alloc(arena, 10u << 20);
    p[(10u << 20) - 1] = 'x';
    assert_true(arena->total >= 10u << 20);
}

static void test_rewind_frees(void **state) {
    cq_arena *arena = *state;
    cq_str kept = cq_str_dup(arena, CQ_STR("kept"));
    cq_arena_mark mark = cq_arena_get_mark(arena);
    size_t total = arena->total;
    for (int round = 0; round < 100; round++) {
        memset(cq_arena_take(arena, 100000), 'x', 100000);
        cq_arena_rewind(arena, mark);
    }
    expect_str(kept, "kept");
    assert_int_equal(arena->total, total);
    expect_str(cq_str_dup(arena, CQ_STR("next")), "next");
    expect_str(kept, "kept");
}

static void test_rewind_to_the_empty_arena(void **state) {
    cq_arena *arena = *state;
    cq_arena_mark mark = cq_arena_get_mark(arena);
    cq_arena_take(arena, 1000);
    cq_arena_rewind(arena, mark);
    assert_int_equal(arena->total, 0);
    cq_arena_take(arena, 1000);
}

static void test_grow_keeps_and_zeroes(void **state) {
    char *p = memset(cq_arena_take(*state, 10), 'a', 10);
    for (size_t size = 10; size < 100000; size = size * 3 / 2 + 1) {
        size_t more = size * 3 / 2 + 1;
        p = cq_arena_grow(*state, p, size, more);
        for (size_t i = size; i < more; i++) assert_int_equal(p[i], 0);
        memset(p + size, 'a', more - size);
        for (size_t i = 0; i < more; i++) assert_int_equal(p[i], 'a');
    }
}

static void test_grow_of_what_is_not_newest(void **state) {
    char *p = memset(cq_arena_take(*state, 10), 'a', 10);
    char *other = memset(cq_arena_take(*state, 10), 'b', 10);
    p = cq_arena_grow(*state, p, 10, 40);
    memset(p + 10, 'a', 30);
    for (int i = 0; i < 10; i++) assert_int_equal(other[i], 'b');
}

/* Arrays so large that each has a chunk to itself, growing in turn, with small things in between. */
static void test_large_arrays_grow(void **state) {
    cq_arena *arena = *state;
    cq_str kept = cq_str_dup(arena, CQ_STR("kept"));
    cq_arena_mark mark = cq_arena_get_mark(arena);
    size_t total = arena->total;
    CQ_ARRAY(uint32_t) one = {0}, other = {0};
    for (uint32_t i = 0; i < 300000; i++) {
        *CQ_ARRAY_PUSH(arena, &one) = i;
        *CQ_ARRAY_PUSH(arena, &other) = ~i;
        if (i % 1000 == 0) expect_str(cq_str_format(arena, "%d%%", 5), "5%");
    }
    for (uint32_t i = 0; i < 300000; i++) {
        assert_int_equal(one.at[i], i);
        assert_int_equal(other.at[i], ~i);
    }
    cq_arena_rewind(arena, mark);
    assert_int_equal(arena->total, total);
    expect_str(kept, "kept");
}

/* Zeroed, also where there was something else before. */
static void test_large_memory_is_zeroed(void **state) {
    cq_arena *arena = *state;
    cq_arena_mark mark = cq_arena_get_mark(arena);
    for (int round = 0; round < 3; round++) {
        char *p = cq_arena_alloc(arena, 300000);
        for (size_t i = 0; i < 300000; i++) assert_int_equal(p[i], 0);
        memset(p, 'x', 300000);
        cq_arena_rewind(arena, mark);
    }
}

static void test_grow_from_nothing(void **state) {
    char *p = cq_arena_grow(*state, NULL, 0, 8);
    assert_int_equal(p[7], 0);
    assert_ptr_equal(cq_arena_grow(*state, p, 8, 4), p);
}

static void test_strings_end_with_nul(void **state) {
    cq_str s = cq_str_dup(*state, CQ_STR("a\0b"));
    assert_int_equal(s.len, 3);
    assert_int_equal(s.ptr[3], '\0');
    cq_str empty = cq_str_dup(*state, (cq_str){NULL, 0});
    assert_int_equal(empty.ptr[0], '\0');
    cq_str formatted = cq_str_format(*state, "%s-%d", "x", 42);
    expect_str(formatted, "x-42");
    assert_int_equal(formatted.ptr[formatted.len], '\0');
}

static void test_array_grows_and_keeps(void **state) {
    CQ_ARRAY(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 10000; i++) {
        uint32_t *last = CQ_ARRAY_PUSH((cq_arena *)*state, &numbers);
        assert_int_equal(*last, 0);
        *last = i;
    }
    for (uint32_t i = 0; i < 10000; i++) assert_int_equal(numbers.at[i], i);
}

static void test_array_reserve(void **state) {
    CQ_ARRAY(uint64_t) numbers = {0};
    CQ_ARRAY_RESERVE((cq_arena *)*state, &numbers, 100);
    assert_int_equal(numbers.len, 0);
    assert_true(numbers.cap >= 100);
    uint64_t *at = numbers.at;
    for (int i = 0; i < 100; i++) *CQ_ARRAY_PUSH((cq_arena *)*state, &numbers) = 1;
    assert_ptr_equal(at, numbers.at);
}

#define IN_ARENA(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_ARENA(test_memory_is_aligned_and_zeroed),
        IN_ARENA(test_memory_stays),
        IN_ARENA(test_large_allocation),
        IN_ARENA(test_rewind_frees),
        IN_ARENA(test_rewind_to_the_empty_arena),
        IN_ARENA(test_grow_keeps_and_zeroes),
        IN_ARENA(test_grow_of_what_is_not_newest),
        IN_ARENA(test_large_arrays_grow),
        IN_ARENA(test_large_memory_is_zeroed),
        IN_ARENA(test_grow_from_nothing),
        IN_ARENA(test_strings_end_with_nul),
        IN_ARENA(test_array_grows_and_keeps),
        IN_ARENA(test_array_reserve),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
