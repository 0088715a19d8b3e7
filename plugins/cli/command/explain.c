#include "plugins/cli/command.h"
#include "plugins/cli/folders.h"
#include "plugins/cli/manual.h"
#include "plugins/cli/page.h"
#include "plugins/cli/selection.h"

typedef struct explain_options {
    cq_settings settings;
    bool api;
} explain_options;

#define FIELD(name) offsetof(explain_options, name)

static const cq_option explain_table[] = {
    {"api", 0, NULL, "the manual of what rules see, and of what they may say", cq_option_take_flag,
     FIELD(api)},
    {"rules", 0, "FOLDER", "add a folder of rules; may be given again", cq_option_take_list,
     FIELD(settings.rule_folders)},
    {"no-config", 0, NULL, "no configuration file and no rules but the shipped ones",
     cq_option_take_flag, FIELD(settings.no_config)},
    CQ_OPTION_END,
};

static bool push_manual(cq_buf *out, cq_err *err) {
    cq_arena arena;
    cq_buf annotations = {0};
    cq_arena_init(&arena);
    cq_str path =
        cq_str_format(&arena, "%s/meta/calque.lua", cq_folders_shipped(&arena).library.ptr);
    bool ok = cq_io_read_file(&annotations, path.ptr, err);
    if (ok) cq_manual_push(out, cq_buf_get(&annotations));
    cq_buf_release(&annotations);
    cq_arena_release(&arena);
    return ok;
}

static bool push_pages(cq_buf *out, const cq_selection *rules, const cq_strs *names,
                       const void *target, cq_err *err) {
    const explain_options *options = target;
    if (options->api && names->len)
        return cq_fail(err, CQ_EINVAL, "explain --api is about no rule");
    if (options->api) return push_manual(out, err);
    if (!names->len)
        return cq_fail(err, CQ_EINVAL, "explain needs the id of a rule; calque rules lists them");
    for (uint32_t i = 0; i < rules->len; i++) {
        if (i) cq_buf_push(out, '\n');
        cq_page_push(out, rules->at[i]);
    }
    return true;
}

static int run_explain(int argc, char **argv) {
    explain_options options = {0};
    cq_selection_view view = {explain_table, &options, &options.settings, push_pages};
    return cq_selection_run(&view, argc, argv);
}

const cq_command cq_command_explain = {
    .name = "explain",
    .summary =
        "Prints the manual page of a rule: why it is there, what is wrong and what is right.",
    .usage = "[OPTIONS] ID...|--api",
    .options = explain_table,
    .run = run_explain,
};
