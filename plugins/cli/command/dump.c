#include "plugins/cli/command.h"
#include "plugins/cli/input.h"
#include "plugins/cli/output.h"
#include "plugins/cli/settings.h"
#include "plugins/cli/suggest.h"
#include "plugins/cli/walk.h"
#include "text/stage.h"

#include <stdio.h>

typedef struct dump_options {
    cq_settings settings;
    const char *stage, *format;
} dump_options;

#define FIELD(name) offsetof(dump_options, name)

static const cq_option dump_table[] = {
    {"stage", 0, "STAGE", "which stage of the data path, see below", cq_option_take_text,
     FIELD(stage)},
    {"format", 0, "NAME", "text (default) or jsonl: one JSON object an item", cq_option_take_text,
     FIELD(format)},
    CQ_SETTINGS_TEXT_ROWS(FIELD(settings)),
    {"config", 0, "FILE", "this configuration file instead of those above each text",
     cq_option_take_text, FIELD(settings.config)},
    {"no-config", 0, NULL, "no configuration file", cq_option_take_flag, FIELD(settings.no_config)},
    CQ_OPTION_END,
};

static bool fail_stage(const char *name, cq_err *err) {
    char names[256] = "";
    cq_suggest suggest = cq_suggest_begin(cq_str_of(name));
    for (const cq_stage *const *stage = cq_stage_all(); *stage; stage++) {
        cq_suggest_offer(&suggest, cq_str_of((*stage)->name));
        size_t len = strlen(names);
        snprintf(names + len, sizeof names - len, "%s%s", len ? ", " : "", (*stage)->name);
    }
    if (!name) return cq_fail(err, CQ_EINVAL, "dump needs --stage: %s", names);
    if (suggest.best.len)
        return cq_fail(err, CQ_EINVAL, "there is no stage '%s'; did you mean %.*s?", name,
                       CQ_FMT(suggest.best));
    return cq_fail(err, CQ_EINVAL, "there is no stage '%s'; there are %s", name, names);
}

static bool dump_bytes(cq_output *output, const dump_options *options, const cq_stage *stage,
                       const cq_input *input, cq_str bytes, cq_err *err) {
    cq_doc_options doc_options = cq_settings_doc_options(&options->settings, input->profile);
    cq_intern words;
    cq_doc doc;
    cq_intern_init(&words);
    bool ok = cq_doc_open(&doc, &words, input->path, bytes, &doc_options, err);
    if (ok) {
        cq_buf text = {0};
        stage->dump(&text, &doc, options->format && strcmp(options->format, "jsonl") == 0);
        cq_output_push(output, cq_buf_get(&text));
        cq_buf_release(&text);
        cq_doc_close(&doc);
    }
    cq_intern_release(&words);
    return ok;
}

static bool dump_input(cq_output *output, const dump_options *options, const cq_stage *stage,
                       const cq_input *input, cq_err *err) {
    cq_buf storage = {0};
    cq_str bytes;
    bool ok = cq_input_read(&bytes, &storage, input, err) &&
              dump_bytes(output, options, stage, input, bytes, err);
    cq_buf_release(&storage);
    return ok;
}

static bool dump_all(cq_output *output, const dump_options *options, const cq_strs *names,
                     cq_err *err) {
    const cq_stage *stage = options->stage ? cq_stage_of_name(cq_str_of(options->stage)) : NULL;
    if (!stage) return fail_stage(options->stage, err);
    if (options->format && strcmp(options->format, "text") && strcmp(options->format, "jsonl"))
        return cq_fail(err, CQ_EINVAL, "--format: '%s' is none of text, jsonl", options->format);
    if (!names->len) return cq_fail(err, CQ_EINVAL, "dump needs a file, or - for standard input");
    cq_inputs inputs;
    cq_troubles troubles;
    cq_profiles *profiles;
    if (!cq_settings_open_profiles(&profiles, &options->settings, err)) return false;
    cq_inputs_init(&inputs);
    cq_troubles_init(&troubles);
    cq_walk_names(&inputs, names, options->settings.stdin_name, &troubles);
    cq_settings_place(&inputs, &options->settings, profiles, &troubles);
    cq_output_say_all(output, &troubles);
    bool ok = true;
    for (uint32_t i = 0; i < inputs.list.len && ok; i++)
        ok = dump_input(output, options, stage, &inputs.list.at[i], err);
    cq_troubles_release(&troubles);
    cq_inputs_release(&inputs);
    cq_profiles_close(profiles);
    return ok;
}

static int run_dump(int argc, char **argv) {
    dump_options options = {0};
    cq_output output = {0};
    cq_arena arena;
    cq_strs names = {0};
    cq_err err;
    cq_arena_init(&arena);
    if (!cq_option_read(&options, &names, &arena, dump_table, argc, argv, &err) ||
        !dump_all(&output, &options, &names, &err))
        cq_output_say(&output, cq_str_of(err.message));
    cq_settings_release(&options.settings);
    cq_arena_release(&arena);
    return cq_output_end(&output, CQ_EXIT_OK);
}

static void push_stages(cq_buf *out) {
    cq_buf_push_str(out, CQ_STR("Stages:\n"));
    for (const cq_stage *const *stage = cq_stage_all(); *stage; stage++)
        cq_buf_push_format(out, "  %-10s %s\n", (*stage)->name, (*stage)->summary);
}

const cq_command cq_command_dump = {
    .name = "dump",
    .summary = "Prints a stage of the data path: what calque sees of a text.",
    .usage = "--stage=STAGE [OPTIONS] FILE|-",
    .push_choices = push_stages,
    .options = dump_table,
    .run = run_dump,
};
