/* Packs: a record is found where it is what was put in, and the youngest ones stay. */
#include "plugins/cli/pack.h"

#include "cmocka_first.h"

#include <stdlib.h>

static cq_digest key_of(uint32_t number) {
    cq_digester digester;
    cq_digester_init(&digester);
    cq_digester_push_number(&digester, number);
    return cq_digester_end(&digester);
}

static void put(cq_pack_items *items, cq_arena *arena, uint32_t number, cq_str record) {
    cq_digest key = key_of(number);
    *CQ_ARRAY_PUSH(arena, items) = (cq_pack_item){key, cq_pack_sum(&key, record), record, 0};
}

/* Appends a pack of records 0 to `count` - 1, which say their numbers. */
static void push_numbers(cq_buf *out, cq_arena *arena, uint32_t count) {
    cq_pack_items items = {0};
    for (uint32_t i = 0; i < count; i++)
        put(&items, arena, i, cq_str_format(arena, "number %u", i));
    cq_pack_push(out, &items);
}

static bool has(const cq_pack *pack, cq_arena *arena, uint32_t number) {
    cq_str record;
    uint32_t place;
    cq_digest key = key_of(number);
    if (!cq_pack_find(&record, &place, pack, &key)) return false;
    assert_true(place < pack->count);
    assert_true(cq_str_is_equal(record, cq_str_format(arena, "number %u", number)));
    return true;
}

static void finds_what_was_put_in(void **state) {
    (void)state;
    cq_arena arena;
    cq_buf bytes = {0};
    cq_arena_init(&arena);
    push_numbers(&bytes, &arena, 50);
    cq_pack pack = cq_pack_of(cq_buf_get(&bytes));
    assert_int_equal(pack.count, 50);
    for (uint32_t i = 0; i < 50; i++) assert_true(has(&pack, &arena, i));
    assert_false(has(&pack, &arena, 50));
    cq_buf_release(&bytes);
    cq_arena_release(&arena);
}

/* Whatever byte is another one, and wherever the file ends: what is found is right. */
static void finds_nothing_that_is_damaged(void **state) {
    (void)state;
    cq_arena arena;
    cq_buf bytes = {0};
    cq_arena_init(&arena);
    push_numbers(&bytes, &arena, 5);
    for (size_t i = 0; i < bytes.len; i++) {
        cq_pack cut = cq_pack_of(cq_str_slice(cq_buf_get(&bytes), 0, i));
        for (uint32_t k = 0; k < 5; k++) has(&cut, &arena, k);
        for (unsigned bit = 0; bit < 8; bit++) {
            bytes.ptr[i] = (char)(bytes.ptr[i] ^ 1 << bit);
            cq_pack pack = cq_pack_of(cq_buf_get(&bytes));
            for (uint32_t k = 0; k < 5; k++) has(&pack, &arena, k);
            bytes.ptr[i] = (char)(bytes.ptr[i] ^ 1 << bit);
        }
    }
    cq_buf_release(&bytes);
    cq_arena_release(&arena);
}

/* The next pack, after a run that used the first `used` records. */
static void age(cq_buf *bytes, cq_arena *arena, uint32_t used) {
    cq_pack pack = cq_pack_of(cq_buf_get(bytes));
    cq_pack_items items = {0};
    cq_buf next = {0};
    bool *is_used = calloc(pack.count + 1u, sizeof *is_used);
    for (uint32_t i = 0; i < used; i++) {
        cq_str record;
        uint32_t place;
        cq_digest key = key_of(i);
        if (cq_pack_find(&record, &place, &pack, &key)) is_used[place] = true;
    }
    cq_pack_list(&items, arena, &pack, is_used);
    cq_pack_push(&next, &items);
    free(is_used);
    cq_buf_release(bytes);
    *bytes = next;
}

static void drops_what_nobody_uses(void **state) {
    (void)state;
    cq_arena arena;
    cq_buf bytes = {0};
    cq_arena_init(&arena);
    push_numbers(&bytes, &arena, 6);
    for (int i = 1; i < CQ_PACK_OLDEST; i++) age(&bytes, &arena, 2);
    assert_int_equal(cq_pack_of(cq_buf_get(&bytes)).count, 6);
    age(&bytes, &arena, 2);
    cq_pack pack = cq_pack_of(cq_buf_get(&bytes));
    assert_int_equal(pack.count, 2);
    assert_true(has(&pack, &arena, 0) && has(&pack, &arena, 1));
    cq_buf_release(&bytes);
    cq_arena_release(&arena);
}

/* A record that was damaged on the disk is not taken for good by writing it anew, and gives way. */
static void damage_stays_known(void **state) {
    (void)state;
    cq_arena arena;
    cq_buf bytes = {0};
    cq_arena_init(&arena);
    push_numbers(&bytes, &arena, 1);
    bytes.ptr[bytes.len - 1] = 'x';
    age(&bytes, &arena, 0);
    cq_pack pack = cq_pack_of(cq_buf_get(&bytes));
    assert_int_equal(pack.count, 1);
    assert_false(has(&pack, &arena, 0));
    bool is_used[1] = {false};
    cq_pack_items items = {0};
    cq_buf next = {0};
    cq_pack_list(&items, &arena, &pack, is_used);
    put(&items, &arena, 0, CQ_STR("number 0"));
    cq_pack_push(&next, &items);
    pack = cq_pack_of(cq_buf_get(&next));
    assert_int_equal(pack.count, 1);
    assert_true(has(&pack, &arena, 0));
    cq_buf_release(&next);
    cq_buf_release(&bytes);
    cq_arena_release(&arena);
}

static void has_a_size_that_it_does_not_exceed(void **state) {
    (void)state;
    enum { RECORD = 4 << 20, COUNT = CQ_PACK_MOST / RECORD + 2 };
    cq_arena arena;
    cq_buf bytes = {0};
    cq_pack_items items = {0};
    cq_arena_init(&arena);
    cq_str large = {cq_arena_alloc(&arena, RECORD), RECORD};
    for (uint32_t i = 0; i < COUNT; i++) {
        put(&items, &arena, i, large);
        items.at[i].age = i % 3; /* those of age 2 go first */
    }
    cq_pack_push(&bytes, &items);
    assert_true(bytes.len <= CQ_PACK_MOST);
    cq_pack pack = cq_pack_of(cq_buf_get(&bytes));
    for (uint32_t i = 0; i < COUNT; i++) {
        cq_str record;
        uint32_t place;
        cq_digest key = key_of(i);
        bool is_there = cq_pack_find(&record, &place, &pack, &key);
        if (i % 3 == 0) assert_true(is_there);
        if (is_there) assert_int_equal(record.len, RECORD);
    }
    cq_buf_release(&bytes);
    cq_arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put_in),
        cmocka_unit_test(finds_nothing_that_is_damaged),
        cmocka_unit_test(drops_what_nobody_uses),
        cmocka_unit_test(damage_stays_known),
        cmocka_unit_test(has_a_size_that_it_does_not_exceed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
