#include "plugins/cli/command.h"
#include "base/io.h"
#include "plugins/cli/comparison.h"
#include "plugins/cli/fleet.h"
#include "plugins/cli/lint.h"
#include "plugins/cli/interrupt.h"
#include "plugins/cli/mend.h"
#include "plugins/cli/original.h"
#include "plugins/cli/output.h"
#include "plugins/cli/pairing.h"
#include "plugins/cli/replace.h"
#include "plugins/cli/walk.h"
#include "plugins/git/patch.h"
#include "plugins/git/restage.h"
#include "report/printable.h"

#include <inttypes.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct fix_options {
    cq_settings settings;
    cq_comparison comparison;
    cq_level level;
    bool also_unsafe, is_dry, wants_diff, is_quiet;
} fix_options;

typedef struct fix {
    fix_options options;
    cq_profiles *profiles;
    cq_fleet fleet;
    cq_inputs inputs;
    cq_git_scope scope; /* where the inputs come from, if is_compared */
    bool is_compared;
    cq_arena arena;
    cq_output output;
    cq_git_restages staged; /* to be written together at last */
    uint32_t fixes, files;
    cq_strs links; /* the files that symbolic links led to so far */
} fix;

#define FIELD(name) offsetof(fix_options, name)

static const cq_option fix_table[] = {
    {"unsafe", 0, NULL, "also apply the suggestions: look at what they did", cq_option_take_flag,
     FIELD(also_unsafe)},
    {"diff", 0, NULL, "write nothing, print a patch that git apply takes", cq_option_take_flag,
     FIELD(wants_diff)},
    {"staged", 0, NULL, "what git has staged, on lines that change, and the files where that fits",
     cq_option_take_flag, FIELD(comparison.is_staged)},
    {"changed", 0, NULL, "only lines that differ from the last commit, and files git does not know",
     cq_option_take_flag, FIELD(comparison.is_changed)},
    {"since", 0, "REV", "only lines that have changed since this branch left REV",
     cq_option_take_text, FIELD(comparison.since)},
    {"whole-files", 0, NULL, "with these three: also lines that did not change",
     cq_option_take_flag, FIELD(comparison.is_whole)},
    {"dry-run", 0, NULL, "write nothing, say what would be fixed", cq_option_take_flag,
     FIELD(is_dry)},
    {"level", 0, "LEVEL", "fix from this level up: hint, warning (default), error",
     cq_option_take_level, FIELD(level)},
    CQ_SETTINGS_TEXT_ROWS(FIELD(settings)),
    CQ_SETTINGS_RULE_ROWS(FIELD(settings)),
    {"quiet", 'q', NULL, "do not say what was fixed", cq_option_take_flag, FIELD(is_quiet)},
    CQ_OPTION_END,
};

/* A text of one input. */
typedef struct task {
    fix *f;
    const cq_input *input;
    cq_host *host;
    cq_doc_options options;
} task;

static bool lint_text(void *context, cq_findings *out, cq_str text, cq_troubles *troubles) {
    const task *t = context;
    const cq_input *input = t->input;
    cq_doc doc;
    cq_err err;
    if (!cq_doc_open(&doc, cq_host_words(t->host), input->path, text, &t->options, &err))
        return cq_troubles_push(troubles, "%s", err.message);
    bool ok = doc.source.first_invalid == UINT32_MAX;
    if (ok) {
        cq_host_lint(t->host, &doc, out, troubles);
        cq_findings_keep_level(out, t->f->options.level);
    } else {
        cq_troubles_push(troubles, "%s: not valid UTF-8, or NUL in it; it is left as it is",
                         input->path.ptr);
    }
    cq_doc_close(&doc);
    return ok;
}

static bool is_executable(const cq_input *input) {
    struct stat info;
    if (input->blob.len) return input->is_executable;
    return input->kind != CQ_INPUT_STDIN && stat(input->path.ptr, &info) == 0 &&
           info.st_mode & S_IXUSR;
}

static bool show_patch(fix *f, const cq_input *input, cq_str before, cq_str after, cq_err *err) {
    cq_buf patch = {0};
    cq_str name = cq_git_patch_name(&f->arena, input->path.ptr);
    bool ok = cq_git_patch_push(&patch, name, is_executable(input), before, after, err);
    cq_output_push(&f->output, cq_buf_get(&patch));
    cq_buf_release(&patch);
    return ok;
}

static void say_fixed(fix *f, cq_str path, uint32_t fixes) {
    if (f->options.is_quiet || !fixes) return;
    cq_buf line = {0};
    cq_printable_push(&line, path);
    cq_buf_push_format(&line, ": %" PRIu32 " fix%s\n", fixes, fixes == 1 ? "" : "es");
    cq_output_push(&f->output, cq_buf_get(&line));
    cq_buf_release(&line);
}

static bool is_restaging(const fix *f) {
    return f->options.comparison.is_staged && !f->options.is_dry && !f->options.wants_diff;
}

/* Counted and said when it is written. */
static void keep_staged(fix *f, const cq_input *input, cq_str after, uint32_t fixes) {
    cq_git_restage *item = CQ_ARRAY_PUSH(&f->arena, &f->staged);
    item->path = input->tree_path;
    item->blob = input->blob;
    item->old = input->bytes;
    item->fresh = cq_str_dup(&f->arena, after);
    item->name = input->path;
    item->count = fixes;
}

static bool put_back(fix *f, const cq_input *input, cq_str before, cq_str after, uint32_t fixes,
                     cq_err *err) {
    if (f->options.wants_diff) return show_patch(f, input, before, after, err);
    if (input->is_converted && fixes && !f->options.is_dry)
        return cq_fail(
            err, CQ_EINVAL,
            "%s: git makes something else of it as it is staged (a filter, an encoding); to "
            "fix it: git add it, then calque hook fix",
            input->path.ptr);
    if (input->kind == CQ_INPUT_STDIN) { /* a filter: what comes in goes out */
        if (!f->options.is_dry) cq_output_push(&f->output, after);
        return true;
    }
    if (is_restaging(f)) {
        if (fixes) keep_staged(f, input, after, fixes);
        return true;
    }
    if (fixes && !f->options.is_dry && !cq_replace_file(input->path.ptr, before, after, err))
        return false;
    say_fixed(f, input->path, fixes);
    return true;
}

/* The fixes that were made. */
static uint32_t mend(fix *f, const cq_input *input, cq_buf *text, cq_troubles *troubles) {
    cq_err err;
    cq_original original;
    task t = {f, input, cq_fleet_host(&f->fleet, input->profile, troubles, &err),
              cq_settings_doc_options(&f->options.settings, input->profile)};
    if (!t.host) {
        cq_troubles_push(troubles, "%s", err.message);
        return 0;
    }
    if (input->language.len && !f->options.settings.language) t.options.language = input->language;
    cq_original_read(&original, input, troubles);
    cq_original_open(&original, t.host, &t.options, troubles);
    cq_mend job = {lint_text, &t, input->path.ptr, f->options.also_unsafe, input->changed};
    uint32_t fixes = cq_mend_text(text, &job, troubles);
    cq_original_close(&original);
    return fixes;
}

static void fix_input(fix *f, const cq_input *input) {
    cq_buf storage = {0}, text = {0};
    cq_str bytes;
    cq_err err;
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    uint32_t fixes = 0;
    bool ok = cq_input_read(&bytes, &storage, input, &err);
    if (ok) {
        cq_buf_push_str(&text, bytes);
        fixes = mend(f, input, &text, &troubles);
        ok = put_back(f, input, bytes, cq_buf_get(&text), fixes, &err);
    }
    if (!ok) cq_troubles_push(&troubles, "%s", err.message);
    bool is_done = ok && fixes && !is_restaging(f);
    f->fixes += is_done ? fixes : 0;
    f->files += is_done;
    cq_output_say_all(&f->output, &troubles);
    cq_troubles_release(&troubles);
    cq_buf_release(&text);
    cq_buf_release(&storage);
}

/* Whether the input is a symbolic link to a file that is fixed under another name. */
static bool is_linked(fix *f, const cq_input *input) {
    struct stat info;
    if (input->kind != CQ_INPUT_FILE || lstat(input->path.ptr, &info) != 0 ||
        !S_ISLNK(info.st_mode))
        return false;
    char *resolved = realpath(input->path.ptr, NULL);
    cq_str real = cq_str_dup(&f->arena, cq_str_of(resolved));
    bool is_known = false;
    free(resolved);
    for (uint32_t i = 0; i < f->inputs.list.len && !is_known; i++)
        is_known =
            &f->inputs.list.at[i] != input && cq_str_is_equal(f->inputs.list.at[i].key, real);
    for (uint32_t i = 0; i < f->links.len && !is_known; i++)
        is_known = cq_str_is_equal(f->links.at[i], real);
    *CQ_ARRAY_PUSH(&f->arena, &f->links) = real;
    return is_known;
}

static void say_total(fix *f, bool is_filter) {
    if (f->options.is_quiet || f->options.wants_diff || is_filter) return;
    cq_buf line = {0};
    if (!f->fixes)
        cq_buf_push_str(&line, f->output.said.len ? CQ_STR("nothing was fixed\n")
                                                  : CQ_STR("nothing to fix\n"));
    else
        cq_buf_push_format(&line, "%s %" PRIu32 " finding%s in %" PRIu32 " file%s\n",
                           f->options.is_dry ? "would fix" : "fixed", f->fixes,
                           f->fixes == 1 ? "" : "s", f->files, f->files == 1 ? "" : "s");
    cq_output_push(&f->output, cq_buf_get(&line));
    cq_buf_release(&line);
}

static void say_restaged(fix *f, const cq_git_restage *item) {
    f->fixes += item->count;
    f->files++;
    say_fixed(f, item->name, item->count);
    if (item->state == CQ_GIT_RESTAGE_BOTH || f->options.is_quiet) return;
    cq_buf line = {0};
    cq_buf_push_str(&line, CQ_STR("  in what is staged only: "));
    cq_buf_push_str(&line, item->state == CQ_GIT_RESTAGE_FILTERED
                               ? CQ_STR("git makes something else of the file as it is staged; to "
                                        "fix it, too: calque fix ")
                               : CQ_STR("the file has other changes there; to fix it, too: calque "
                                        "fix --changed "));
    cq_printable_push(&line, item->name);
    cq_buf_push(&line, '\n');
    cq_output_push(&f->output, cq_buf_get(&line));
    cq_buf_release(&line);
}

static void write_staged(fix *f, cq_troubles *troubles) {
    cq_err err = {0};
    if (!cq_git_restage_all(&f->staged, ".", cq_replace_file, &err)) {
        cq_troubles_push(troubles, "%s", err.message);
        return;
    }
    for (uint32_t i = 0; i < f->staged.len; i++)
        if (f->staged.at[i].state == CQ_GIT_RESTAGE_NOT)
            cq_troubles_push(troubles, "%s", f->staged.at[i].err.message);
        else
            say_restaged(f, &f->staged.at[i]);
}

/* Before anything is written: does each switch name a rule of some input, or of this folder? */
static bool check_switches(fix *f, cq_troubles *troubles, cq_err *err) {
    cq_strs names = cq_settings_names(&f->arena, &f->options.settings);
    const cq_profile *profile = cq_profiles_of(f->profiles, CQ_STR("<stdin>"), troubles);
    cq_host *host = NULL;
    for (uint32_t i = 0; i <= f->inputs.list.len && (names.len || !host); i++) {
        if (i < f->inputs.list.len) profile = f->inputs.list.at[i].profile;
        host = cq_fleet_host(&f->fleet, profile, troubles, err);
        if (!host) return false;
        cq_settings_strike_known(&names, host);
    }
    return cq_settings_check_left(&names, host, err);
}

static bool find_inputs(fix *f, cq_strs *names, cq_troubles *troubles, cq_err *err) {
    if (!cq_comparison_read(&f->scope, &f->is_compared, &f->arena, &f->options.comparison, names,
                            err))
        return false;
    if (f->is_compared && f->scope.target == CQ_GIT_TARGET_COMMIT)
        return cq_fail(err, CQ_EINVAL, "what is committed cannot be fixed: give one REV, not two");
    if (f->is_compared) cq_comparison_find(&f->inputs, &f->options.settings, &f->scope, troubles);
    if (!cq_settings_open_profiles(&f->profiles, &f->options.settings, err)) return false;
    if (f->is_compared) return true;
    if (!names->len) *CQ_ARRAY_PUSH(&f->arena, names) = CQ_STR(".");
    cq_walk_names(&f->inputs, names, f->options.settings.stdin_name, troubles);
    return true;
}

static bool fix_inputs(fix *f, cq_strs *names, cq_troubles *troubles, cq_err *err) {
    if (!f->options.level) f->options.level = CQ_LEVEL_WARNING;
    if (!find_inputs(f, names, troubles, err)) return false;
    cq_settings_place(&f->inputs, &f->options.settings, f->profiles, troubles);
    if (f->is_compared) cq_pairing_find(&f->inputs, &f->scope, troubles);
    if (!check_switches(f, troubles, err)) return false;
    cq_output_say_all(&f->output, troubles);
    bool is_filter = false;
    uint32_t total = f->inputs.list.len, done = 0;
    for (uint32_t i = 0; i < total; i++)
        is_filter = is_filter || f->inputs.list.at[i].kind == CQ_INPUT_STDIN;
    cq_progress_init(&f->output.progress, false, f->options.is_quiet);
    if (!is_filter) cq_interrupt_catch();
    for (; done < total && !cq_interrupt_came(); done++) {
        if (!is_linked(f, &f->inputs.list.at[done])) fix_input(f, &f->inputs.list.at[done]);
        cq_progress_show(&f->output.progress, done + 1, total);
    }
    if (cq_interrupt_came())
        cq_output_say(
            &f->output,
            cq_str_format(&f->arena, "interrupted: %u of %u files were looked at", done, total));
    else
        write_staged(f, troubles);
    cq_output_say_all(&f->output, troubles);
    say_total(f, is_filter);
    return true;
}

int cq_fix_main(int argc, char **argv) {
    fix f = {0};
    cq_strs names = {0};
    cq_troubles troubles;
    cq_err err = {0};
    cq_arena_init(&f.arena);
    cq_inputs_init(&f.inputs);
    cq_fleet_init(&f.fleet, &f.options.settings);
    cq_troubles_init(&troubles);
    if (!cq_option_read(&f.options, &names, &f.arena, fix_table, argc, argv, &err) ||
        !fix_inputs(&f, &names, &troubles, &err)) {
        cq_output_say_all(&f.output, &troubles);
        cq_output_say(&f.output, cq_str_of(err.message));
    }
    int status = cq_output_end(&f.output, CQ_EXIT_OK);
    cq_fleet_release(&f.fleet);
    cq_profiles_close(f.profiles);
    cq_inputs_release(&f.inputs);
    cq_settings_release(&f.options.settings);
    cq_troubles_release(&troubles);
    cq_arena_release(&f.arena);
    cq_interrupt_obey();
    return status;
}

const cq_command cq_command_fix = {
    .name = "fix",
    .summary = "Applies the fixes of findings that need no second look.",
    .usage = "[OPTIONS] [PATH|-]...",
    .options = fix_table,
    .notes = "Standard input (-) comes out fixed on standard output. What is fixed is linted "
             "again, five\n"
             "times at most: a fix that would leave a finding of its own rule is not applied.\n\n"
             "Exit status: 0, or 2 where something could not be read or written.",
    .run = cq_fix_main,
};
