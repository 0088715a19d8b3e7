#include "plugins/cli/original.h"

#include "base/path.h"
#include "plugins/config/source_file.h"

/* Standard input without a name is nobody's translation. */
static bool is_nameless(const cq_input *input) {
    return input->kind == CQ_INPUT_STDIN && cq_str_is_equal(input->path, CQ_STR("<stdin>"));
}

/* `text`: the input's path, absolute. */
static bool find_path(cq_original *o, cq_str text, cq_err *err) {
    o->path = o->input->source_path;
    if (o->input->source_kind != CQ_INPUT_SOURCE_PAIRED || is_nameless(o->input)) return true;
    return cq_profile_find_source(&o->path, &o->arena, o->input->profile, text, err);
}

/* As the user would name it: from the working directory, where it is in there. */
static void name_path(cq_original *o) {
    cq_str here = cq_path_here(&o->arena);
    if (cq_path_is_below(o->path, here)) o->path = cq_path_relative(&o->arena, o->path, here);
}

static bool read_bytes(cq_original *o, cq_str text, cq_err *err) {
    if (o->input->source_kind == CQ_INPUT_SOURCE_BYTES) {
        o->bytes = o->input->source_bytes;
        return o->is_there = true;
    }
    bool ok = cq_source_file_read(&o->storage, &o->is_there, o->path, text, err);
    o->bytes = cq_buf_get(&o->storage);
    if (!ok || o->is_there || o->input->source_kind == CQ_INPUT_SOURCE_PAIRED) return ok;
    return cq_fail(err, CQ_ENOENT, "%s: there is no such file", o->path.ptr);
}

static bool read_source(cq_original *o, cq_err *err) {
    cq_str text = cq_path_absolute(&o->arena, cq_path_here(&o->arena), o->input->path);
    if (!find_path(o, text, err)) return false;
    if (!o->path.len || o->input->source_kind == CQ_INPUT_SOURCE_NONE) return true;
    name_path(o);
    return read_bytes(o, text, err);
}

static void complain(const cq_original *o, const cq_err *err, cq_troubles *troubles) {
    cq_troubles_push(troubles, "%s: linted without its source: %s", o->input->path.ptr,
                     err->message);
}

void cq_original_read(cq_original *original, const cq_input *input, cq_troubles *troubles) {
    cq_err err;
    *original = (cq_original){.input = input};
    cq_arena_init(&original->arena);
    if (read_source(original, &err)) return;
    original->is_there = false;
    complain(original, &err, troubles);
}

void cq_original_open(cq_original *original, cq_host *host, const cq_doc_options *target,
                      cq_troubles *troubles) {
    cq_err err;
    cq_doc_options options = {.language = target->source_language};
    original->host = host;
    if (original->is_there)
        original->is_open = cq_source_file_open(&original->doc, cq_host_words(host), original->path,
                                                original->bytes, &options, &err);
    if (original->is_there && !original->is_open) complain(original, &err, troubles);
    cq_host_set_source(host, original->is_open ? &original->doc : NULL);
}

void cq_original_close(cq_original *original) {
    if (original->host) cq_host_set_source(original->host, NULL);
    if (original->is_open) cq_doc_close(&original->doc);
    cq_buf_release(&original->storage);
    cq_arena_release(&original->arena);
}
