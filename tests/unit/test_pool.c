/* The pool: every item is worked on once and handed over once, in order, on any number of threads. */
#include "plugins/cli/pool.h"

#include "cmocka_first.h"

#include <stdatomic.h>
#include <unistd.h>

enum { COUNT = 500 };

typedef struct record {
    atomic_uint worked[COUNT];
    uint32_t done[COUNT]; /* items in the order in which they were handed over */
    uint32_t done_count, stop_after;
    atomic_uint highest_thread, busy;
} record;

static void work(void *context, uint32_t thread, uint32_t item) {
    record *r = context;
    if (thread > r->highest_thread) r->highest_thread = thread;
    if (item % 7 == 0) usleep(100); /* later items get ready before it */
    r->worked[item]++;
}

static bool take_over(void *context, uint32_t item) {
    record *r = context;
    assert_int_equal(r->busy++, 0); /* one at a time */
    assert_int_equal(r->worked[item], 1);
    r->done[r->done_count++] = item;
    r->busy--;
    return r->done_count < r->stop_after;
}

static void run(record *r, uint32_t count, uint32_t threads, uint32_t stop_after) {
    *r = (record){.stop_after = stop_after};
    cq_pool_job job = {count, work, take_over, r};
    cq_pool_run(&job, threads);
    for (uint32_t i = 0; i < r->done_count; i++) assert_int_equal(r->done[i], i);
}

static void test_all_items_in_order(void **state) {
    (void)state;
    static record r;
    for (uint32_t threads = 1; threads <= 9; threads++) {
        run(&r, COUNT, threads, UINT32_MAX);
        assert_int_equal(r.done_count, COUNT);
        assert_true(r.highest_thread < threads);
    }
}

static void test_nothing_to_do(void **state) {
    (void)state;
    static record r;
    run(&r, 0, 4, UINT32_MAX);
    assert_int_equal(r.done_count, 0);
}

static void test_more_threads_than_items(void **state) {
    (void)state;
    static record r;
    run(&r, 2, 64, UINT32_MAX);
    assert_int_equal(r.done_count, 2);
    assert_true(r.highest_thread < 2);
}

static void test_stop(void **state) {
    (void)state;
    static record r;
    for (uint32_t threads = 1; threads <= 4; threads++) {
        run(&r, COUNT, threads, 10);
        assert_int_equal(r.done_count, 10);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_items_in_order),
        cmocka_unit_test(test_nothing_to_do),
        cmocka_unit_test(test_more_threads_than_items),
        cmocka_unit_test(test_stop),
    };
    return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
