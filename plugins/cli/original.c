#include "plugins/cli/original.h"

#include "base/path.h"
#include "plugins/config/source_file.h"

/* A source as it is looked for. */
typedef struct search {
    cq_arena arena;
    const cq_input *input;
    cq_str text;  /* the input's path, absolute */
    cq_str path;  /* the source's; empty: there is none */
    cq_str bytes;
    bool is_there;
} search;

/* Standard input without a name is nobody's translation. */
static bool is_nameless(const cq_input *input) {
    return input->kind == CQ_INPUT_STDIN && cq_str_is_equal(input->path, CQ_STR("<stdin>"));
}

static bool find_path(search *s, cq_err *err) {
    const cq_input *input = s->input;
    s->text = cq_path_absolute(&s->arena, cq_path_here(&s->arena), input->path);
    s->path = input->source_path;
    if (input->source_kind != CQ_INPUT_SOURCE_PAIRED || is_nameless(input)) return true;
    return cq_profile_find_source(&s->path, &s->arena, input->profile, s->text, err);
}

/* As the user would name it: from the working directory, where it is in there. */
static void name_path(search *s) {
    cq_str here = cq_path_here(&s->arena);
    if (cq_path_is_below(s->path, here)) s->path = cq_path_relative(&s->arena, s->path, here);
}

static bool read_bytes(search *s, cq_buf *storage, cq_err *err) {
    if (s->input->source_kind == CQ_INPUT_SOURCE_BYTES) {
        s->bytes = s->input->source_bytes;
        return s->is_there = true;
    }
    bool ok = cq_source_file_read(storage, &s->is_there, s->path, s->text, err);
    s->bytes = cq_buf_get(storage);
    if (!ok || s->is_there || s->input->source_kind == CQ_INPUT_SOURCE_PAIRED) return ok;
    return cq_fail(err, CQ_ENOENT, "%s: there is no such file", s->path.ptr);
}

static bool open_source(cq_original *original, search *s, const cq_doc_options *options,
                        cq_err *err) {
    if (!find_path(s, err)) return false;
    if (!s->path.len || s->input->source_kind == CQ_INPUT_SOURCE_NONE) return true;
    name_path(s);
    if (!read_bytes(s, &original->bytes, err)) return false;
    if (!s->is_there) return true;
    original->is_open = cq_source_file_open(&original->doc, cq_host_words(original->host), s->path,
                                            s->bytes, options, err);
    return original->is_open;
}

void cq_original_open(cq_original *original, cq_host *host, const cq_input *input,
                      const cq_doc_options *target, cq_troubles *troubles) {
    cq_err err;
    search s = {.input = input};
    cq_doc_options options = {.language = target->source_language};
    *original = (cq_original){.host = host};
    cq_arena_init(&s.arena);
    if (!open_source(original, &s, &options, &err))
        cq_troubles_push(troubles, "%s: linted without its source: %s", input->path.ptr,
                         err.message);
    cq_host_set_source(host, original->is_open ? &original->doc : NULL);
    cq_arena_release(&s.arena);
}

void cq_original_close(cq_original *original) {
    cq_host_set_source(original->host, NULL);
    if (original->is_open) cq_doc_close(&original->doc);
    cq_buf_release(&original->bytes);
}
