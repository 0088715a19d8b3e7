#include "base/path.h"
#include "plugins/cli/batch.h"
#include "plugins/cli/command.h"
#include "plugins/cli/comparison.h"
#include "plugins/cli/imprint.h"
#include "plugins/cli/interrupt.h"
#include "plugins/cli/output.h"
#include "plugins/cli/pairing.h"
#include "plugins/cli/statistics.h"
#include "plugins/cli/suggest.h"
#include "plugins/cli/walk.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* What only this command's options say. */
typedef struct check_options {
    cq_settings settings;
    const char *format, *color;
    const char *baseline, *write_baseline;
    cq_level level, fail_on;
    uint32_t jobs;
    const char *mqm_weights, *mqm_pass;
    cq_comparison comparison;
    bool wants_statistics, wants_mqm, wants_progress, exit_zero, is_quiet, no_cache;
} check_options;

typedef struct check {
    check_options options;
    bool is_pair;  /* `calque pair`: of one text, that is translated from ... */
    cq_str source; /* absolute */
    cq_lint_plan plan;
    cq_arena arena;
    cq_profiles *profiles;
    const cq_profile *prevailing; /* of the working directory */
    cq_inputs inputs;
    cq_imprints imprints;
    cq_batch_ahead ahead;
    cq_batch_run *run;
    cq_output output;
    cq_report_totals totals;
    cq_tally tally;
    cq_mqm mqm;
    uint32_t done;  /* inputs */
    cq_buf files;   /* of a report that is made at the end */
    bool is_failed; /* some finding is at or above the level that fails */
    cq_buf notes;   /* what baselines hold that is not found any more */
    bool has_text;  /* something was reported: `between` comes before more */
} check;

enum {
    WORTH_A_THREAD = 128 * 1024
}; /* bytes of text: fewer are linted before one more thread has its rules */

#define FIELD(name) offsetof(check_options, name)

static const cq_option check_table[] = {
    {"format", 0, "NAME", "how findings are shown, see below (default human)", cq_option_take_text,
     FIELD(format)},
    CQ_SETTINGS_TEXT_ROWS(FIELD(settings)),
    {"level", 0, "LEVEL", "report from this level up: hint, warning (default), error",
     cq_option_take_level, FIELD(level)},
    {"fail-on", 0, "LEVEL", "status 1 from this level up (default: as configured, or warning)",
     cq_option_take_level, FIELD(fail_on)},
    CQ_SETTINGS_RULE_ROWS(FIELD(settings)),
    {"confine", 0, NULL,
     "texts of others: configuration files count from this folder down, and name\n"
     "nothing outside of it",
     cq_option_take_flag, FIELD(settings.is_confined)},
    {"no-project-rules", 0, NULL, "neither the rules in .calque/rules nor those in rule_paths",
     cq_option_take_flag, FIELD(settings.no_project_rules)},
    {"rule-time", 0, "MS", "milliseconds that one rule may take for one file (default 1000)",
     cq_option_take_number, FIELD(settings.rule_time)},
    {"staged", 0, NULL, "what git has staged for the next commit, not what is on disk",
     cq_option_take_flag, FIELD(comparison.is_staged)},
    {"changed", 0, NULL, "what differs from the last commit, and files that git does not know",
     cq_option_take_flag, FIELD(comparison.is_changed)},
    {"since", 0, "REV", "what has changed since this branch left REV; REV..REV: between the two",
     cq_option_take_text, FIELD(comparison.since)},
    {"whole-files", 0, NULL, "with these three: also what is on lines that did not change",
     cq_option_take_flag, FIELD(comparison.is_whole)},
    {"baseline", 0, "FILE", "let be the findings that FILE knows", cq_option_take_text,
     FIELD(baseline)},
    {"write-baseline", 0, "FILE", "write what is found to FILE instead of showing it",
     cq_option_take_text, FIELD(write_baseline)},
    {"statistics", 0, NULL, "count findings by rule, group and document instead of showing them",
     cq_option_take_flag, FIELD(wants_statistics)},
    {"mqm", 0, NULL, "score documents instead; status 1 where one does not reach the pass mark",
     cq_option_take_flag, FIELD(wants_mqm)},
    {"mqm-weights", 0, "NAME=N,...",
     "points of a level or the weight of an error type\n"
     "(default error=5,warning=1,hint=0; types 1)",
     cq_option_take_text, FIELD(mqm_weights)},
    {"mqm-pass", 0, "SCORE", "the pass mark, from 0 to 100 (default 95)", cq_option_take_text,
     FIELD(mqm_pass)},
    {"exit-zero", 0, NULL, "status 0 whatever is found (trouble stays 2)", cq_option_take_flag,
     FIELD(exit_zero)},
    {"no-cache", 0, NULL, "lint all texts, also those that have not changed since an earlier run",
     cq_option_take_flag, FIELD(no_cache)},
    {"jobs", 'j', "N", "threads (default: one a processor)", cq_option_take_number, FIELD(jobs)},
    {"color", 0, "WHEN", "auto (default: on a terminal, unless NO_COLOR is set), always, never",
     cq_option_take_text, FIELD(color)},
    {"progress", 0, NULL,
     "say how far it is, on standard error (default: on a terminal, when it\n"
     "takes long)",
     cq_option_take_flag, FIELD(wants_progress)},
    {"quiet", 'q', NULL, "no summary", cq_option_take_flag, FIELD(is_quiet)},
    CQ_OPTION_END,
};

static bool find_report(const cq_report **out, const char *name, cq_err *err) {
    cq_str wanted = cq_str_of(name ? name : "human");
    *out = cq_report_of_name(wanted);
    if (*out) return true;
    cq_suggest suggest = cq_suggest_begin(wanted);
    char names[256] = "";
    for (const cq_report *const *report = cq_report_all(); *report; report++) {
        cq_suggest_offer(&suggest, cq_str_of((*report)->name));
        size_t len = strlen(names);
        snprintf(names + len, sizeof names - len, "%s%s", len ? ", " : "", (*report)->name);
    }
    if (suggest.best.len)
        return cq_fail(err, CQ_EINVAL, "--format: there is no '%s'; did you mean %.*s?", name,
                       CQ_FMT(suggest.best));
    return cq_fail(err, CQ_EINVAL, "--format: '%s' is none of %s", name, names);
}

/* Points and pass mark; each of their options asks for the score too. */
static bool read_mqm(check *c, cq_err *err) {
    check_options *options = &c->options;
    cq_err reason;
    cq_mqm_init(&c->mqm);
    if (options->mqm_weights &&
        !cq_mqm_read_weights(&c->mqm, &c->arena, cq_str_of(options->mqm_weights), &reason))
        return cq_fail(err, CQ_EINVAL, "--mqm-weights: %s", reason.message);
    if (options->mqm_pass && !cq_mqm_read_pass(&c->mqm, cq_str_of(options->mqm_pass), &reason))
        return cq_fail(err, CQ_EINVAL, "--mqm-pass: %s", reason.message);
    options->wants_mqm = options->wants_mqm || options->mqm_weights || options->mqm_pass;
    if (options->wants_mqm) c->plan.mqm = &c->mqm;
    return true;
}

/* A weight for a type that no rule has would never count. */
static bool check_weights(const check *c, cq_err *err) {
    for (uint32_t i = 0; i < c->mqm.weights.len; i++) {
        cq_str type = c->mqm.weights.at[i].type;
        cq_suggest suggest = cq_suggest_begin(type);
        bool is_known = false;
        for (int level = CQ_LEVEL_HINT; level <= CQ_LEVEL_ERROR; level++)
            cq_suggest_offer(&suggest, cq_str_of(cq_level_name((cq_level)level)));
        for (uint32_t k = 0; k < c->tally.rule_count && !is_known; k++) {
            is_known = cq_str_is_equal(c->tally.rules[k].mqm, type);
            cq_suggest_offer(&suggest, c->tally.rules[k].mqm);
        }
        if (is_known) continue;
        if (suggest.best.len)
            return cq_fail(err, CQ_EINVAL,
                           "--mqm-weights: no rule has the type '%.*s'; "
                           "did you mean %.*s?",
                           CQ_FMT(type), CQ_FMT(suggest.best));
        return cq_fail(err, CQ_EINVAL, "--mqm-weights: no rule has the type '%.*s'", CQ_FMT(type));
    }
    return true;
}

/* Tables are printed in the place of findings, unless a format is asked for. */
static bool has_tables(const check *c) {
    return !c->options.format && (c->options.wants_statistics || c->options.wants_mqm);
}

static bool make_plan(check *c, cq_err *err) {
    check_options *options = &c->options;
    cq_lint_plan *plan = &c->plan;
    plan->settings = &options->settings;
    plan->imprints = &c->imprints;
    plan->level = options->level;
    plan->fail_on = options->fail_on;
    plan->report_options.is_quiet = options->is_quiet;
    plan->report_options.width = cq_output_width();
    if (!find_report(&plan->report, options->format, err) || !read_mqm(c, err)) return false;
    if (options->wants_statistics && options->format && !plan->report->whole)
        return cq_fail(err, CQ_EINVAL, "--statistics is a report of its own: leave out --format");
    return cq_output_wants_color(&plan->report_options.use_color, options->color, err);
}

static bool open_profiles(check *c, cq_troubles *troubles, cq_err *err) {
    if (!cq_settings_open_profiles(&c->profiles, &c->options.settings, err)) return false;
    c->prevailing = cq_profiles_of(c->profiles, CQ_STR("<stdin>"), troubles);
    return true;
}

static void forget_profiles(check *c) {
    cq_batch_ahead_release(&c->ahead);
    cq_profiles_close(c->profiles);
    c->profiles = NULL;
    c->prevailing = NULL;
}

/* While git works, things are made ready for the configuration that is on disk; mostly it is the staged
   one. What is wrong with it is said when it is asked for the files' settings. */
static void get_ready(check *c) {
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    bool ok = open_profiles(c, &troubles, NULL);
    if (ok && !troubles.list.len) cq_batch_load_ahead(&c->ahead, &c->plan, c->prevailing);
    if (!ok || troubles.list.len) forget_profiles(c);
    cq_troubles_release(&troubles);
}

static bool find_changes(check *c, const cq_git_scope *scope, cq_troubles *troubles, cq_err *err) {
    cq_comparison_question question;
    cq_comparison_ask(&question, &c->options.settings, scope);
    get_ready(c);
    if (cq_comparison_configure(&c->options.settings, &question, &c->inputs.arena, troubles))
        forget_profiles(c);
    cq_comparison_take(&c->inputs, &question, troubles);
    return c->profiles || open_profiles(c, troubles, err);
}

static bool find_files(check *c, cq_strs *names, cq_troubles *troubles, cq_err *err) {
    if (!open_profiles(c, troubles, err)) return false;
    if (!names->len) *CQ_ARRAY_PUSH(&c->arena, names) = CQ_STR(".");
    cq_walk_names(&c->inputs, names, c->options.settings.stdin_name, troubles);
    return true;
}

/* `scope` is NULL where nothing is compared. */
static bool find_inputs(check *c, const cq_git_scope *scope, cq_strs *names, cq_err *err) {
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    bool ok = scope ? find_changes(c, scope, &troubles, err) : find_files(c, names, &troubles, err);
    if (ok) cq_settings_place(&c->inputs, &c->options.settings, c->profiles, &troubles);
    if (ok && scope) cq_pairing_find(&c->inputs, scope, &troubles);
    cq_output_say_all(&c->output, &troubles);
    cq_troubles_release(&troubles);
    return ok;
}

/* Bytes; 0 where nobody knows before it is read. */
static uint64_t size_of(const cq_input *input) {
    struct stat info;
    if (input->kind == CQ_INPUT_BYTES) return input->bytes.len;
    if (input->kind == CQ_INPUT_STDIN || stat(input->path.ptr, &info) != 0) return 0;
    return (uint64_t)info.st_size;
}

/* A thread loads rules of its own: it must have enough to do. */
static uint32_t count_threads(const check *c) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    uint32_t most = processors > 0 ? (uint32_t)processors : 1;
    uint64_t bytes = 0;
    if (c->options.jobs) return c->options.jobs;
    for (uint32_t i = 0; i < c->inputs.list.len && bytes / WORTH_A_THREAD + 1 < most; i++)
        bytes += size_of(&c->inputs.list.at[i]);
    uint64_t wanted = bytes / WORTH_A_THREAD + 1;
    return wanted < most ? (uint32_t)wanted : most;
}

/* What is compared is new, by its nature: no run before has linted it. */
static void open_cache(check *c, bool is_compared) {
    uint64_t bytes = 0;
    if (c->options.no_cache || is_compared) return;
    for (uint32_t i = 0; i < c->inputs.list.len && bytes < CQ_CACHE_LEAST; i++)
        bytes += size_of(&c->inputs.list.at[i]);
    if (bytes >= CQ_CACHE_LEAST) c->plan.cache = cq_cache_open();
    if (!c->plan.cache || cq_imprints_take(&c->imprints, &c->inputs, &c->plan)) return;
    cq_cache_close(c->plan.cache);
    c->plan.cache = NULL;
}

/* Where a rule or what is configured was changed meanwhile, nobody knows which of both was at work. */
static void keep_cache(check *c) {
    cq_imprints now = {0};
    if (!c->plan.cache) return;
    if (cq_imprints_take(&now, &c->inputs, &c->plan) && cq_imprints_are_equal(&now, &c->imprints))
        cq_cache_keep(c->plan.cache);
    cq_imprints_release(&now);
}

static void show_text(check *c, cq_str text) {
    if (has_tables(c) || !text.len) return;
    if (c->plan.report->whole) {
        cq_buf_push_str(&c->files, text);
        return;
    }
    if (c->has_text && c->plan.report->between)
        cq_output_push(&c->output, cq_str_of(c->plan.report->between));
    cq_output_push(&c->output, text);
    c->has_text = true;
}

static void count_result(check *c, const cq_lint_result *result) {
    cq_tally_document document = {result->path, result->words, {0}, result->penalty};
    c->totals.files++;
    for (int level = CQ_LEVEL_OFF; level <= CQ_LEVEL_ERROR; level++) {
        document.findings[level] = result->findings[level];
        c->totals.findings[level] += result->findings[level];
    }
    cq_tally_add(&c->tally, &document, result->counts);
}

static bool show_result(void *context, const cq_lint_result *result) {
    check *c = context;
    show_text(c, cq_buf_get(&result->text));
    cq_output_say_all(&c->output, &result->troubles);
    c->is_failed = c->is_failed || result->is_failed;
    cq_allowance_take(&c->plan.allowance, &result->allowed);
    for (uint32_t i = 0; i < result->allowed.stale.len; i++)
        cq_buf_push_format(&c->notes, "calque: %s: not found any more: %s\n", c->options.baseline,
                           result->allowed.stale.at[i].ptr);
    if (result->is_linted) count_result(c, result);
    cq_progress_show(&c->output.progress, ++c->done, c->inputs.list.len);
    return !c->output.is_closed && !cq_interrupt_came();
}

static void show_begin(check *c) {
    if (!has_tables(c)) cq_output_push(&c->output, cq_str_of(c->plan.report->begin));
}

static void show_end(check *c) {
    const cq_report *report = c->plan.report;
    cq_report_options *options = &c->plan.report_options;
    cq_buf text = {0};
    c->totals.had_trouble = c->output.said.len > 0;
    c->totals.tally = &c->tally;
    if (has_tables(c) && c->options.wants_statistics) cq_statistics_push(&text, &c->tally);
    if (has_tables(c) && c->options.wants_mqm) cq_statistics_push_scores(&text, &c->tally);
    if (!c->totals.files && c->totals.had_trouble) /* the reason was said: nothing to sum up */
        options->is_quiet = true;
    if (report->whole) report->whole(&text, cq_buf_get(&c->files), &c->totals, options);
    if (report->end) report->end(&text, &c->totals, options);
    cq_output_push(&c->output, cq_buf_get(&text));
    cq_buf_release(&text);
}

static void show_notes(check *c) {
    if (c->options.baseline && !c->options.write_baseline)
        cq_allowance_push_gone(&c->notes, &c->plan.allowance);
    if (!c->options.is_quiet) cq_output_note(&c->output, cq_buf_get(&c->notes));
}

static bool write_baseline(check *c, cq_err *err) {
    cq_buf text = {0};
    bool ok = cq_allowance_write(&text, &c->plan.allowance, err);
    if (!c->options.is_quiet) cq_output_push(&c->output, cq_buf_get(&text));
    cq_buf_release(&text);
    return ok;
}

/* A baseline is written instead of a report, and of whole files. */
static bool check_baseline(const check *c, bool is_compared, cq_err *err) {
    const check_options *options = &c->options;
    if (!options->write_baseline) return true;
    if (is_compared)
        return cq_fail(err, CQ_EINVAL,
                       "--write-baseline is for whole files: leave out --staged and its like");
    if (options->format || options->wants_statistics || options->wants_mqm || options->baseline)
        return cq_fail(err, CQ_EINVAL,
                       "--write-baseline shows nothing: leave out --format, --statistics, --mqm "
                       "and --baseline");
    return true;
}

static bool prepare_run(check *c, cq_err *err) {
    cq_batch batch = {&c->plan, &c->inputs, &c->ahead, count_threads(c), show_result, c};
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    bool ok = cq_batch_run_new(&c->run, &batch, c->prevailing, &troubles, err);
    cq_output_say_all(&c->output, &troubles);
    cq_troubles_release(&troubles);
    if (!ok) return false;
    uint32_t count;
    const cq_rule *rules = cq_batch_run_rules(c->run, &count);
    cq_tally_init(&c->tally, rules, count, c->plan.mqm);
    return check_weights(c, err);
}

static int status_of(const check *c) {
    bool is_failed = c->is_failed;
    if (c->options.wants_mqm) is_failed = !cq_statistics_all_pass(&c->tally);
    return is_failed && !c->options.exit_zero ? CQ_EXIT_FINDINGS : CQ_EXIT_OK;
}

static bool has_stdin(const cq_inputs *inputs) {
    for (uint32_t i = 0; i < inputs->list.len; i++)
        if (inputs->list.at[i].kind == CQ_INPUT_STDIN) return true;
    return false;
}

/* Whoever types at us can end it as ever. */
static void run_batch(check *c) {
    uint32_t total = c->inputs.list.len;
    cq_progress_init(&c->output.progress, c->options.wants_progress, c->options.is_quiet);
    if (!has_stdin(&c->inputs)) cq_interrupt_catch();
    cq_batch_run_all(c->run);
    keep_cache(c);
    if (cq_interrupt_came() && c->done < total)
        cq_output_say(
            &c->output,
            cq_str_format(&c->arena, "interrupted: %u of %u files were linted", c->done, total));
}

/* A - is standard input, whatever is on disk. */
static bool is_folder(cq_str name) {
    struct stat info;
    return !cq_str_is_equal(name, CQ_STR("-")) && stat(name.ptr, &info) == 0 &&
           S_ISDIR(info.st_mode);
}

/* Takes SOURCE away from the names. */
static bool take_source(check *c, cq_strs *names, cq_err *err) {
    if (!c->is_pair) return true;
    if (names->len != 2) return cq_fail(err, CQ_EINVAL, "pair: name a SOURCE and a TARGET");
    if (is_folder(names->at[1]))
        return cq_fail(err, CQ_EINVAL, "pair: TARGET is a folder; name a file");
    c->source = cq_path_absolute(&c->arena, cq_path_here(&c->arena), names->at[0]);
    names->at[0] = names->at[1];
    names->len = 1;
    return true;
}

static bool check_pair(const check *c, bool is_compared, cq_err *err) {
    if (!c->is_pair || !is_compared) return true;
    return cq_fail(err, CQ_EINVAL, "pair: lints one text; leave out --staged and its like");
}

static void set_source(check *c) {
    if (!c->is_pair || !c->inputs.list.len) return; /* why there is no TARGET was said */
    c->inputs.list.at[0].source_kind = CQ_INPUT_SOURCE_FILE;
    c->inputs.list.at[0].source_path = c->source;
}

static bool run_check(check *c, int argc, char **argv, cq_err *err) {
    cq_strs names = {0};
    cq_git_scope scope;
    bool is_compared;
    if (!cq_option_read(&c->options, &names, &c->arena, check_table, argc, argv, err) ||
        !take_source(c, &names, err) || !make_plan(c, err) ||
        !cq_comparison_read(&scope, &is_compared, &c->arena, &c->options.comparison, &names, err) ||
        !check_pair(c, is_compared, err) || !check_baseline(c, is_compared, err) ||
        !cq_allowance_open(&c->plan.allowance, c->options.baseline, c->options.write_baseline, err))
        return false;
    if (!find_inputs(c, is_compared ? &scope : NULL, &names, err)) return false;
    set_source(c);
    open_cache(c, is_compared);
    if (!prepare_run(c, err)) return false;
    if (c->options.write_baseline) {
        run_batch(c);
        return !cq_interrupt_came() ? write_baseline(c, err)
                                    : cq_fail(err, CQ_EINVAL, "the baseline is not written");
    }
    show_begin(c);
    run_batch(c);
    show_end(c);
    show_notes(c);
    return true;
}

static int run(bool is_pair, int argc, char **argv) {
    check c = {.is_pair = is_pair};
    cq_err err;
    cq_arena_init(&c.arena);
    cq_roster_init(&c.plan.roster);
    cq_inputs_init(&c.inputs);
    cq_output_ignore_signals();
    if (!run_check(&c, argc, argv, &err)) cq_output_say(&c.output, cq_str_of(err.message));
    int status = cq_output_end(&c.output, status_of(&c));
    cq_tally_release(&c.tally);
    cq_buf_release(&c.files);
    cq_batch_run_free(c.run);
    cq_cache_close(c.plan.cache);
    cq_imprints_release(&c.imprints);
    cq_batch_ahead_release(&c.ahead);
    cq_roster_release(&c.plan.roster);
    cq_allowance_close(&c.plan.allowance);
    cq_buf_release(&c.notes);
    cq_profiles_close(c.profiles);
    cq_inputs_release(&c.inputs);
    cq_settings_release(&c.options.settings);
    cq_arena_release(&c.arena);
    cq_interrupt_obey();
    return status;
}

int cq_lint_main(int argc, char **argv) {
    return run(false, argc, argv);
}

int cq_pair_main(int argc, char **argv) {
    return run(true, argc, argv);
}

static void push_formats(cq_buf *out) {
    cq_buf_push_str(out, CQ_STR("Formats:\n"));
    for (const cq_report *const *report = cq_report_all(); *report; report++)
        cq_buf_push_format(out, "  %-10s %s\n", (*report)->name, (*report)->summary);
}

const cq_command cq_command_check = {
    .name = "check",
    .summary = "Lints files, folders (default .), or standard input (-).",
    .usage = "[OPTIONS] [PATH|-]...\n[OPTIONS] REV..REV",
    .push_choices = push_formats,
    .options = check_table,
    .notes =
        "Of a folder, files with a known ending are linted, without those that are hidden or that\n"
        "git ignores; a file that is named is always linted. With --staged, --changed and --since\n"
        "only findings on changed lines count, and PATHs say which files.\n\n"
        "Of 2 MiB of text and more, what was found is kept in $XDG_CACHE_HOME/calque, or else\n"
        "~/.cache/calque, for the next run over the same texts.\n\n"
        "Exit status: 0 nothing found, 1 findings, 2 trouble (named on standard error).",
    .run = cq_lint_main,
};
