#include "plugins/cli/expectation.h"

#include "base/io.h"
#include "plugins/cli/example.h"
#include "plugins/cli/replace.h"

enum { MOST_BETWEEN = 4 }; /* literals between an example's text and its fix: source and format */

bool cq_expectation_open(cq_expectation *expectation, const char *path, cq_err *err) {
    *expectation = (cq_expectation){0};
    cq_arena_init(&expectation->arena);
    if (!cq_io_read_file(&expectation->bytes, path, err)) {
        cq_expectation_close(expectation);
        return false;
    }
    expectation->literals =
        cq_lua_literal_find(&expectation->arena, cq_buf_get(&expectation->bytes));
    uint32_t count = expectation->literals.len;
    expectation->is_taken = CQ_ARENA_NEW_ARRAY(&expectation->arena, bool, count + 1u);
    for (uint32_t i = 0; i < count; i++)
        *CQ_ARRAY_PUSH(&expectation->arena, &expectation->spellings) = (cq_str){NULL, 0};
    return true;
}

void cq_expectation_close(cq_expectation *expectation) {
    cq_buf_release(&expectation->bytes);
    cq_arena_release(&expectation->arena);
}

/* The first literal from `from` on, `most` at most, that says `value` and is not taken; or UINT32_MAX. */
static uint32_t find_literal(const cq_expectation *expectation, cq_str value, uint32_t from,
                             uint32_t most) {
    uint32_t count = expectation->literals.len;
    for (uint32_t i = from; i < count && i - from < most; i++)
        if (!expectation->is_taken[i] && cq_str_is_equal(expectation->literals.at[i].value, value))
            return i;
    return UINT32_MAX;
}

static void respell(cq_expectation *expectation, uint32_t literal, cq_str value) {
    cq_buf text = {0};
    expectation->is_taken[literal] = true;
    cq_lua_literal_push(&text, value);
    if (!cq_str_is_equal(expectation->literals.at[literal].value, value))
        expectation->spellings.at[literal] = cq_str_dup(&expectation->arena, cq_buf_get(&text));
    cq_buf_release(&text);
}

bool cq_expectation_change(cq_expectation *expectation, const cq_rule_example *example,
                           cq_str marked, cq_str fixed, cq_err *err) {
    cq_buf old = {0};
    cq_example_push_marked(&old, example->text, example->marks.at, example->marks.len);
    uint32_t text = find_literal(expectation, cq_buf_get(&old), 0, UINT32_MAX), fix = text;
    cq_buf_release(&old);
    if (text != UINT32_MAX && example->has_fix)
        fix = find_literal(expectation, example->fixed, text + 1, MOST_BETWEEN);
    if (text == UINT32_MAX || fix == UINT32_MAX)
        return cq_fail(err, CQ_ENOENT, "it is not spelt out in the file");
    respell(expectation, text, marked);
    if (example->has_fix) respell(expectation, fix, fixed);
    expectation->changes++;
    return true;
}

bool cq_expectation_write(cq_expectation *expectation, const char *path, cq_err *err) {
    cq_buf after = {0};
    cq_str before = cq_buf_get(&expectation->bytes);
    uint32_t done = 0;
    for (uint32_t i = 0; i < expectation->literals.len; i++) {
        cq_span at = expectation->literals.at[i].at;
        if (!expectation->spellings.at[i].ptr) continue;
        cq_buf_push_str(&after, cq_str_slice(before, done, at.start));
        cq_buf_push_str(&after, expectation->spellings.at[i]);
        done = at.end;
    }
    cq_buf_push_str(&after, cq_str_slice(before, done, before.len));
    bool ok = cq_replace_file(path, before, cq_buf_get(&after), err);
    cq_buf_release(&after);
    return ok;
}
