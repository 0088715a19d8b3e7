#include "plugins/cli/command.h"
#include "plugins/cli/example.h"
#include "plugins/cli/expectation.h"
#include "plugins/cli/output.h"
#include "plugins/cli/selection.h"

#include <inttypes.h>
#include <stdio.h>

enum { LEAST_GOOD = 2 }; /* one that is right, one near miss */

typedef struct test_options {
    cq_settings settings;
    bool wants_update, wants_coverage;
} test_options;

#define FIELD(name) offsetof(test_options, settings.name)

static const cq_option test_table[] = {
    {"rules", 0, "FOLDER", "add a folder of rules; may be given again", cq_option_take_list,
     FIELD(rule_folders)},
    {"no-config", 0, NULL, "no configuration file and no rules but the shipped ones",
     cq_option_take_flag, FIELD(no_config)},
    {"update", 0, NULL, "let bad examples that fail say what the rule does now; asks for each file",
     cq_option_take_flag, offsetof(test_options, wants_update)},
    {"coverage", 0, NULL, "say which entries of tables stand in no example", cq_option_take_flag,
     offsetof(test_options, wants_coverage)},
    CQ_OPTION_END,
};

typedef struct test {
    test_options options;
    cq_host *host;
    cq_output output;
    cq_troubles troubles;
    cq_expectation expectation; /* of the rule's file, where it is to be updated */
    bool is_open;
    uint32_t passed, failed, updated;
} test;

static void count_result(test *t, const cq_rule *rule, const char *what, uint32_t number,
                         bool holds, cq_str details) {
    if (holds) {
        t->passed++;
        return;
    }
    t->failed++;
    cq_buf text = {0};
    cq_buf_push_format(&text, "not ok %s: %s", rule->id.ptr, what);
    if (number) cq_buf_push_format(&text, " %" PRIu32, number);
    cq_buf_push_format(&text, " (%s)\n", rule->origin.ptr);
    cq_buf_push_str(&text, details);
    bool is_default = cq_selection_is_default(rule, &t->options.settings);
    cq_buf_push_format(&text, "  rerun:    calque test %s\n",
                       is_default ? rule->id.ptr : rule->origin.ptr);
    cq_output_push(&t->output, cq_buf_get(&text));
    cq_buf_release(&text);
}

static void require(test *t, const cq_rule *rule, bool holds, const char *what) {
    if (!holds) count_result(t, rule, what, 0, false, CQ_STR(""));
}

/* A rule without them is not tested at all, which must not look like success. */
static void check_completeness(test *t, const cq_rule *rule, uint32_t bad, uint32_t good) {
    require(t, rule, bad > 0, "it has no bad example");
    require(t, rule, good > 0, "it has no good example");
    require(t, rule, good == 0 || good >= LEAST_GOOD,
            "it has no near miss: a second good example, in which its words stand and are right");
}

/* Notes what the example would have to say; what cannot be noted stays failed, as it was shown. */
static void note_update(test *t, const cq_rule *rule, const cq_rule_example *example) {
    cq_buf marked = {0}, fixed = {0};
    cq_err err;
    if (!t->is_open) t->is_open = cq_expectation_open(&t->expectation, rule->origin.ptr, &err);
    if (t->is_open && cq_example_observe(&marked, &fixed, t->host, rule, example, &t->troubles) &&
        !cq_expectation_change(&t->expectation, example, cq_buf_get(&marked), cq_buf_get(&fixed),
                               &err))
        cq_troubles_push(&t->troubles, "%s: an example cannot be updated: %s", rule->origin.ptr,
                         err.message);
    cq_buf_release(&marked);
    cq_buf_release(&fixed);
}

/* One line of standard input; its end is a no. */
static bool ask(test *t, const cq_rule *rule) {
    char answer[16];
    cq_buf question = {0};
    uint32_t count = t->expectation.changes;
    cq_buf_push_format(&question, "let %" PRIu32 " example%s of %s say what was found? [y/N] ",
                       count, count == 1 ? "" : "s", rule->origin.ptr);
    cq_output_push(&t->output, cq_buf_get(&question));
    cq_output_flush(&t->output);
    cq_buf_release(&question);
    bool is_yes = fgets(answer, sizeof answer, stdin) && (answer[0] == 'y' || answer[0] == 'Y');
    cq_output_push(&t->output, is_yes ? CQ_STR("yes\n") : CQ_STR("no\n"));
    return is_yes;
}

static void finish_update(test *t, const cq_rule *rule) {
    cq_err err;
    if (!t->is_open) return;
    uint32_t changes = t->expectation.changes;
    if (changes && ask(t, rule)) {
        if (cq_expectation_write(&t->expectation, rule->origin.ptr, &err)) {
            t->updated += changes;
            t->failed -= changes;
        } else {
            cq_troubles_push(&t->troubles, "%s", err.message);
        }
    }
    cq_expectation_close(&t->expectation);
    t->is_open = false;
}

enum { MOST_NAMED = 5 }; /* entries that are named where they stand in no example */

/* A rule with one pattern is covered by any example. */
static void show_coverage(test *t, const cq_rule *rule) {
    const cq_triggers *triggers = cq_host_triggers(t->host, rule);
    cq_buf missing = {0}, text = {0};
    uint32_t covered = 0, named = 0;
    for (uint32_t i = 0; i < triggers->len; i++) {
        bool was_hit = cq_host_was_hit(t->host, rule, i);
        covered += was_hit;
        if (was_hit || named++ >= MOST_NAMED) continue;
        cq_buf_push_format(&missing, "%s“%.*s”", named > 1 ? ", " : "; not ",
                           CQ_FMT(triggers->at[i].pattern));
    }
    if (named > MOST_NAMED)
        cq_buf_push_format(&missing, " and %" PRIu32 " others", named - MOST_NAMED);
    cq_buf_push_format(&text, "%s: %" PRIu32 " of %" PRIu32 " entries stand in examples%.*s\n",
                       rule->id.ptr, covered, triggers->len, CQ_FMT(cq_buf_get(&missing)));
    if (triggers->len > 1) cq_output_push(&t->output, cq_buf_get(&text));
    cq_buf_release(&missing);
    cq_buf_release(&text);
}

static void run_rule(test *t, const cq_rule *rule) {
    uint32_t numbers[2] = {0}; /* good, bad */
    for (uint32_t i = 0; i < rule->examples.len; i++) {
        const cq_rule_example *example = &rule->examples.at[i];
        cq_buf details = {0};
        bool holds = cq_example_holds(&details, t->host, rule, example, &t->troubles);
        count_result(t, rule, example->is_bad ? "bad example" : "good example",
                     ++numbers[example->is_bad], holds, cq_buf_get(&details));
        cq_buf_release(&details);
        if (!holds && example->is_bad && t->options.wants_update) note_update(t, rule, example);
    }
    finish_update(t, rule);
    if (t->options.wants_coverage) show_coverage(t, rule);
    check_completeness(t, rule, numbers[1], numbers[0]);
}

static bool run_rules(test *t, cq_arena *arena, const cq_strs *names, cq_err *err) {
    if (!cq_selection_open_host(&t->host, &t->options.settings, arena, names, &t->troubles, err))
        return false;
    cq_selection rules = {0};
    if (!cq_selection_find(&rules, arena, t->host, names, err)) return false;
    for (uint32_t i = 0; i < rules.len; i++) run_rule(t, rules.at[i]);
    cq_buf text = {0};
    cq_buf_push_format(&text, "%" PRIu32 " passed, %" PRIu32 " failed", t->passed, t->failed);
    if (t->updated) cq_buf_push_format(&text, ", %" PRIu32 " updated", t->updated);
    cq_buf_push(&text, '\n');
    cq_output_push(&t->output, cq_buf_get(&text));
    cq_buf_release(&text);
    return true;
}

static int run_test(int argc, char **argv) {
    test t = {.options.settings.is_bare = true}; /* examples are of the rule as it is written */
    cq_arena arena;
    cq_strs names = {0};
    cq_err err = {0};
    cq_arena_init(&arena);
    cq_troubles_init(&t.troubles);
    bool ok = cq_option_read(&t.options, &names, &arena, test_table, argc, argv, &err) &&
              run_rules(&t, &arena, &names, &err);
    cq_output_say_all(&t.output, &t.troubles);
    if (!ok) cq_output_say(&t.output, cq_str_of(err.message));
    int status = cq_output_end(&t.output, t.failed ? CQ_EXIT_FINDINGS : CQ_EXIT_OK);
    cq_host_free(t.host);
    cq_troubles_release(&t.troubles);
    cq_settings_release(&t.options.settings);
    cq_arena_release(&arena);
    return status;
}

const cq_command cq_command_test = {
    .name = "test",
    .summary = "Runs the examples inside rules.",
    .usage = "[OPTIONS] [ID|GROUP|PATH]...",
    .options = test_table,
    .notes = "A bad example must be reported at exactly its marks; after its fixes the text must "
             "be silent.\n"
             "A good example must be silent.\n\n"
             "Exit status: 0 all hold, 1 some fail, 2 trouble.",
    .run = run_test,
};
