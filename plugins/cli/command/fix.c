#include "plugins/cli/command.h"
#include "base/io.h"
#include "check/fix.h"
#include "plugins/cli/fleet.h"
#include "plugins/cli/input.h"
#include "plugins/cli/output.h"
#include "plugins/cli/replace.h"
#include "plugins/cli/walk.h"

#include <inttypes.h>

enum { MOST_PASSES = 10 }; /* a fix may make room for one that overlapped it */

typedef struct fix_options {
    cq_settings settings;
    cq_level level;
    bool also_unsafe, is_dry, is_quiet;
} fix_options;

typedef struct fix {
    fix_options options;
    cq_profiles *profiles;
    cq_fleet fleet;
    cq_inputs inputs;
    cq_arena arena;
    cq_output output;
    uint32_t fixes, files;
} fix;

#define FIELD(name) offsetof(fix_options, name)

static const cq_option fix_table[] = {
    {"unsafe", 0, NULL, "also apply the suggestions: look at what they did", cq_option_take_flag,
     FIELD(also_unsafe)},
    {"dry-run", 0, NULL, "write nothing, say what would be fixed", cq_option_take_flag,
     FIELD(is_dry)},
    {"level", 0, "LEVEL", "fix from this level up: hint, warning (default), error",
     cq_option_take_level, FIELD(level)},
    {"stdin-filename", 0, "NAME", "the path that \"-\" stands for; its ending says the format",
     cq_option_take_text, FIELD(settings.stdin_name)},
    {"language", 0, "TAG", "language of the text, or auto (default: as configured, or en)", cq_option_take_text,
     FIELD(settings.language)},
    {"source-language", 0, "TAG", "language it was translated from (default: as configured)", cq_option_take_text,
     FIELD(settings.source_language)},
    {"only", 0, "ID,...", "these rules and no other", cq_settings_take_only,
     FIELD(settings.switches)},
    {"enable", 0, "ID,...", "switch on rules that are off", cq_settings_take_enable,
     FIELD(settings.switches)},
    {"disable", 0, "ID,...", "switch off rules", cq_settings_take_disable,
     FIELD(settings.switches)},
    {"rules", 0, "FOLDER", "add a folder of rules; may be given again", cq_option_take_list,
     FIELD(settings.rule_folders)},
    {"config", 0, "FILE", "this configuration file instead of those above each text",
     cq_option_take_text, FIELD(settings.config)},
    {"no-config", 0, NULL, "no configuration file and no rules but the shipped ones",
     cq_option_take_flag, FIELD(settings.no_config)},
    {"force-exclude", 0, NULL, "leave out what the configuration excludes, even if it is named",
     cq_option_take_flag, FIELD(settings.force_exclude)},
    {"quiet", 'q', NULL, "do not say what was fixed", cq_option_take_flag, FIELD(is_quiet)},
    CQ_OPTION_END,
};

static void drop_below(cq_findings *findings, cq_level level) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->list.len; i++)
        if (findings->list.at[i].level >= level) findings->list.at[kept++] = findings->list.at[i];
    findings->list.len = kept;
}

/* One pass over the bytes: the number of fixes applied, 0 also where the text cannot be read. */
static uint32_t fix_once(cq_buf *out, fix *f, const cq_input *input, cq_str bytes,
                         cq_troubles *troubles) {
    cq_doc doc;
    cq_err err;
    cq_doc_options options = cq_settings_doc_options(&f->options.settings, input->profile);
    cq_host *host = cq_fleet_host(&f->fleet, input->profile, troubles, &err);
    if (!host || !cq_doc_open(&doc, cq_host_words(host), input->path, bytes, &options, &err)) {
        cq_troubles_push(troubles, "%s", err.message);
        return 0;
    }
    uint32_t applied = 0;
    cq_findings findings;
    cq_findings_init(&findings);
    if (doc.source.first_invalid != UINT32_MAX) {
        cq_troubles_push(troubles, "%s: not valid UTF-8; it is left as it is", input->path.ptr);
    } else {
        cq_host_lint(host, &doc, &findings, troubles);
        drop_below(&findings, f->options.level);
        applied = cq_fix_apply(out, bytes, &findings, f->options.also_unsafe, NULL);
    }
    cq_findings_release(&findings);
    cq_doc_close(&doc);
    return applied;
}

/* Fixes until nothing more can be fixed; the result replaces *text. */
static uint32_t fix_all(cq_buf *text, fix *f, const cq_input *input, cq_troubles *troubles) {
    uint32_t total = 0;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
        cq_buf next = {0};
        uint32_t applied = fix_once(&next, f, input, cq_buf_get(text), troubles);
        if (applied) {
            cq_buf old = *text;
            *text = next;
            next = old;
            total += applied;
        }
        cq_buf_release(&next);
        if (!applied) break;
    }
    return total;
}

static void say_fixed(fix *f, cq_str path, uint32_t fixes) {
    if (f->options.is_quiet || !fixes) return;
    cq_buf line = {0};
    cq_buf_push_format(&line, "%.*s: %" PRIu32 " fix%s\n", CQ_FMT(path), fixes,
                       fixes == 1 ? "" : "es");
    cq_output_push(&f->output, cq_buf_get(&line));
    cq_buf_release(&line);
}

static bool put_back(fix *f, const cq_input *input, cq_str text, uint32_t fixes, cq_err *err) {
    if (input->kind == CQ_INPUT_STDIN) { /* a filter: what comes in goes out */
        if (!f->options.is_dry) cq_output_push(&f->output, text);
        return true;
    }
    if (fixes && !f->options.is_dry && !cq_replace_file(input->path.ptr, text, err)) return false;
    say_fixed(f, input->path, fixes);
    return true;
}

static void fix_input(fix *f, const cq_input *input) {
    cq_buf text = {0};
    cq_str bytes;
    cq_err err;
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    uint32_t fixes = 0;
    bool ok = cq_input_read(&bytes, &text, input, &err);
    if (ok) {
        fixes = fix_all(&text, f, input, &troubles);
        ok = put_back(f, input, cq_buf_get(&text), fixes, &err);
    }
    if (!ok) cq_troubles_push(&troubles, "%s", err.message);
    f->fixes += ok ? fixes : 0;
    f->files += ok && fixes;
    cq_output_say_all(&f->output, &troubles);
    cq_troubles_release(&troubles);
    cq_buf_release(&text);
}

static void say_total(fix *f, bool is_filter) {
    if (f->options.is_quiet || is_filter) return;
    cq_buf line = {0};
    if (!f->fixes)
        cq_buf_push_str(&line, CQ_STR("nothing to fix\n"));
    else
        cq_buf_push_format(&line, "%s %" PRIu32 " finding%s in %" PRIu32 " file%s\n",
                           f->options.is_dry ? "would fix" : "fixed", f->fixes,
                           f->fixes == 1 ? "" : "s", f->files, f->files == 1 ? "" : "s");
    cq_output_push(&f->output, cq_buf_get(&line));
    cq_buf_release(&line);
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

static bool fix_inputs(fix *f, cq_strs *names, cq_troubles *troubles, cq_err *err) {
    if (!f->options.level) f->options.level = CQ_LEVEL_WARNING;
    if (!names->len) *CQ_ARRAY_PUSH(&f->arena, names) = CQ_STR(".");
    if (!cq_settings_open_profiles(&f->profiles, &f->options.settings, err)) return false;
    cq_walk_names(&f->inputs, names, f->options.settings.stdin_name, troubles);
    cq_settings_place(&f->inputs, &f->options.settings, f->profiles, troubles);
    if (!check_switches(f, troubles, err)) return false;
    cq_output_say_all(&f->output, troubles);
    bool is_filter = false;
    for (uint32_t i = 0; i < f->inputs.list.len; i++) {
        fix_input(f, &f->inputs.list.at[i]);
        is_filter = is_filter || f->inputs.list.at[i].kind == CQ_INPUT_STDIN;
    }
    say_total(f, is_filter);
    return true;
}

static int run_fix(int argc, char **argv) {
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
    return status;
}

const cq_command cq_command_fix = {
    .name = "fix",
    .summary = "Applies the fixes of findings that need no second look.",
    .usage = "[OPTIONS] [PATH|-]...",
    .options = fix_table,
    .notes = "Standard input (-) comes out fixed on standard output.\n\n"
             "Exit status: 0, or 2 where something could not be read or written.",
    .run = run_fix,
};
