#include "plugins/cli/input.h"

#include "base/io.h"

#include <stdlib.h>
#include <unistd.h>

void cq_inputs_init(cq_inputs *inputs) {
    *inputs = (cq_inputs){0};
    cq_arena_init(&inputs->arena);
}

void cq_inputs_release(cq_inputs *inputs) {
    cq_arena_release(&inputs->arena);
    *inputs = (cq_inputs){0};
}

cq_input *cq_inputs_push(cq_inputs *inputs, cq_input_kind kind, cq_str path, cq_str key) {
    cq_input *input = CQ_ARRAY_PUSH(&inputs->arena, &inputs->list);
    input->kind = kind;
    input->path = cq_str_dup(&inputs->arena, path);
    input->key = cq_str_dup(&inputs->arena, key);
    input->language = input->tree_path = input->blob = input->origin = CQ_STR("");
    input->source_path = input->source_bytes = CQ_STR("");
    input->number = inputs->list.len;
    return input;
}

static int compare_keys(const void *left, const void *right) {
    const cq_input *a = left, *b = right;
    int order = cq_str_compare(a->key, b->key);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static int compare_paths(const void *left, const void *right) {
    const cq_input *a = left, *b = right;
    int order = cq_str_compare(a->path, b->path);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

void cq_inputs_settle(cq_inputs *inputs) {
    if (inputs->list.len < 2) return;
    cq_input *at = inputs->list.at;
    qsort(at, inputs->list.len, sizeof *at, compare_keys);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < inputs->list.len; i++)
        if (!cq_str_is_equal(at[i].key, at[kept - 1].key))
            at[kept++] = at[i];
        else
            at[kept - 1].is_named = at[kept - 1].is_named || at[i].is_named;
    inputs->list.len = kept;
    qsort(at, kept, sizeof *at, compare_paths);
}

bool cq_input_read(cq_str *out, cq_buf *storage, const cq_input *input, cq_err *err) {
    if (input->kind == CQ_INPUT_BYTES) {
        *out = input->bytes;
        return true;
    }
    bool ok = input->kind == CQ_INPUT_STDIN
                  ? cq_io_read_stream(storage, STDIN_FILENO, input->path.ptr, err)
                  : cq_io_read_file(storage, input->path.ptr, err);
    *out = cq_buf_get(storage);
    return ok;
}
