#include "plugins/cli/command.h"
#include "plugins/cli/example.h"
#include "plugins/cli/output.h"
#include "plugins/cli/selection.h"

#include <inttypes.h>

enum { LEAST_GOOD = 2 }; /* one that is right, one near miss */

#define FIELD(name) offsetof(cq_settings, name)

static const cq_option test_table[] = {
    {"rules", 0, "FOLDER", "add a folder of rules; may be given again", cq_option_take_list,
     FIELD(rule_folders)},
    {"no-config", 0, NULL, "no configuration file and no rules but the shipped ones",
     cq_option_take_flag, FIELD(no_config)},
    CQ_OPTION_END,
};

typedef struct test {
    cq_settings settings;
    cq_host *host;
    cq_output output;
    cq_troubles troubles;
    uint32_t passed, failed;
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
    bool is_default = cq_selection_is_default(rule, &t->settings);
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

static void run_rule(test *t, const cq_rule *rule) {
    uint32_t numbers[2] = {0}; /* good, bad */
    for (uint32_t i = 0; i < rule->examples.len; i++) {
        const cq_rule_example *example = &rule->examples.at[i];
        cq_buf details = {0};
        bool holds = cq_example_holds(&details, t->host, rule, example, &t->troubles);
        count_result(t, rule, example->is_bad ? "bad example" : "good example",
                     ++numbers[example->is_bad], holds, cq_buf_get(&details));
        cq_buf_release(&details);
    }
    check_completeness(t, rule, numbers[1], numbers[0]);
}

static bool run_rules(test *t, cq_arena *arena, const cq_strs *names, cq_err *err) {
    if (!cq_selection_open_host(&t->host, &t->settings, arena, names, &t->troubles, err))
        return false;
    cq_selection rules = {0};
    if (!cq_selection_find(&rules, arena, t->host, names, err)) return false;
    for (uint32_t i = 0; i < rules.len; i++) run_rule(t, rules.at[i]);
    cq_buf text = {0};
    cq_buf_push_format(&text, "%" PRIu32 " passed, %" PRIu32 " failed\n", t->passed, t->failed);
    cq_output_push(&t->output, cq_buf_get(&text));
    cq_buf_release(&text);
    return true;
}

static int run_test(int argc, char **argv) {
    test t = {.settings.is_bare = true}; /* examples are of the rule as it is written */
    cq_arena arena;
    cq_strs names = {0};
    cq_err err = {0};
    cq_arena_init(&arena);
    cq_troubles_init(&t.troubles);
    bool ok = cq_option_read(&t.settings, &names, &arena, test_table, argc, argv, &err) &&
              run_rules(&t, &arena, &names, &err);
    cq_output_say_all(&t.output, &t.troubles);
    if (!ok) cq_output_say(&t.output, cq_str_of(err.message));
    int status = cq_output_end(&t.output, t.failed ? CQ_EXIT_FINDINGS : CQ_EXIT_OK);
    cq_host_free(t.host);
    cq_troubles_release(&t.troubles);
    cq_settings_release(&t.settings);
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
