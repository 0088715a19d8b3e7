#include "plugins/cli/command.h"
#include "plugins/cli/original.h"
#include "plugins/cli/output.h"
#include "plugins/cli/selection.h"
#include "plugins/cli/walk.h"
#include "report/printable.h"
#include "report/report.h"
#include "report/tally.h"

#include <inttypes.h>
#include <stdlib.h>

enum {
    DEFAULT_SAMPLES = 10,
    MOST_TEXTS = 10,  /* texts that are counted in the summary */
    TEXT_WIDTH = 60,  /* columns of such a text */
    MOST_PRICES = 25, /* rules whose time is told */
};

typedef struct try_options {
    cq_settings settings;
    uint32_t samples;
    const char *color;
} try_options;

typedef struct trial {
    try_options options;
    cq_arena arena;
    cq_output output;
    cq_inputs inputs;
    cq_profiles *profiles;
    cq_host *host;
    cq_selection rules;
    cq_report_options report_options;
    const cq_rule_cost *costs; /* by a rule's index */
    uint32_t *found;           /* likewise: its findings */
    uint32_t files, files_with, findings;
    uint64_t words;
    cq_strs texts; /* what was found, each time */
    /* Findings as the human report has them: each `stride`th, so that they are from all over. */
    cq_strs samples;
    uint32_t stride;
} trial;

#define FIELD(name) offsetof(try_options, name)

static const cq_option try_table[] = {
    {"samples", 0, "N", "how many findings are shown, from all over (default 10)",
     cq_option_take_number, FIELD(samples)},
    CQ_SETTINGS_TEXT_ROWS(FIELD(settings)),
    {"rules", 0, "FOLDER", "add a folder of rules; may be given again", cq_option_take_list,
     FIELD(settings.rule_folders)},
    {"color", 0, "WHEN", "auto (default: on a terminal, unless NO_COLOR is set), always, never",
     cq_option_take_text, FIELD(color)},
    CQ_OPTION_END,
};

/* Twice as many as wanted at most: then every second one goes. */
static void keep_sample(trial *t, cq_source *source, const cq_finding *finding) {
    cq_finding copy = *finding;
    cq_findings one = {.list = {.at = &copy, .len = 1}};
    cq_buf text = {0};
    if (t->findings % t->stride) return;
    if (t->samples.len == t->options.samples * 2) {
        for (uint32_t i = 0; i < t->options.samples; i++) t->samples.at[i] = t->samples.at[2 * i];
        t->samples.len = t->options.samples;
        t->stride *= 2;
        if (t->findings % t->stride) return;
    }
    cq_report_of_name(CQ_STR("human"))->file(&text, source, &one, &t->report_options);
    *CQ_ARRAY_PUSH(&t->arena, &t->samples) = cq_str_dup(&t->arena, cq_buf_get(&text));
    cq_buf_release(&text);
}

static void count_doc(trial *t, cq_doc *doc, const cq_findings *findings) {
    t->files++;
    t->files_with += findings->list.len > 0;
    for (uint32_t i = 0; i < doc->tokens.len; i++)
        t->words +=
            doc->tokens.at[i].kind == CQ_TOKEN_WORD || doc->tokens.at[i].kind == CQ_TOKEN_NUMBER;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        keep_sample(t, &doc->source, finding);
        *CQ_ARRAY_PUSH(&t->arena, &t->texts) =
            cq_str_dup(&t->arena, cq_source_slice(&doc->source, finding->at));
        t->findings++;
        t->found[finding->rule->index]++;
    }
}

static void try_on_doc(trial *t, cq_doc *doc, cq_troubles *troubles) {
    cq_findings findings;
    cq_findings_init(&findings);
    for (uint32_t i = 0; i < t->rules.len; i++)
        cq_host_lint_with(t->host, t->rules.at[i], doc, &findings, troubles);
    cq_findings_sort(&findings);
    count_doc(t, doc, &findings);
    cq_findings_release(&findings);
}

static bool try_on_bytes(trial *t, const cq_input *input, cq_str bytes, cq_troubles *troubles,
                         cq_err *err) {
    cq_doc doc;
    cq_original original;
    cq_doc_options options = cq_settings_doc_options(&t->options.settings, input->profile);
    cq_original_read(&original, input, troubles);
    cq_original_open(&original, t->host, &options, troubles);
    bool ok = cq_doc_open(&doc, cq_host_words(t->host), input->path, bytes, &options, err);
    if (ok) {
        try_on_doc(t, &doc, troubles);
        cq_doc_close(&doc);
    }
    cq_original_close(&original);
    return ok;
}

static void try_on_input(trial *t, const cq_input *input) {
    cq_buf storage = {0};
    cq_str bytes;
    cq_err err;
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    if (!cq_input_read(&bytes, &storage, input, &err) ||
        !try_on_bytes(t, input, bytes, &troubles, &err))
        cq_troubles_push(&troubles, "%s", err.message);
    cq_output_say_all(&t->output, &troubles);
    cq_troubles_release(&troubles);
    cq_buf_release(&storage);
}

/* A text and how often it was found. */
typedef struct counted {
    cq_str text;
    uint32_t count;
} counted;

static int compare_strs(const void *left, const void *right) {
    return cq_str_compare(*(const cq_str *)left, *(const cq_str *)right);
}

static int compare_counted(const void *left, const void *right) {
    const counted *a = left, *b = right;
    if (a->count != b->count) return a->count < b->count ? 1 : -1;
    return cq_str_compare(a->text, b->text);
}

/* The texts that were found most often, as a table; nothing where each was found once. */
static void push_texts(cq_buf *out, trial *t) {
    uint32_t different = 0;
    counted *texts = CQ_ARENA_NEW_ARRAY(&t->arena, counted, t->texts.len + 1u);
    if (t->texts.len) qsort(t->texts.at, t->texts.len, sizeof *t->texts.at, compare_strs);
    for (uint32_t i = 0; i < t->texts.len; i++) {
        if (!different || !cq_str_is_equal(t->texts.at[i], texts[different - 1].text))
            texts[different++].text = t->texts.at[i];
        texts[different - 1].count++;
    }
    qsort(texts, different, sizeof *texts, compare_counted);
    for (uint32_t i = 0; i < different && i < MOST_TEXTS && texts[0].count > 1; i++) {
        cq_buf_push_format(out, "%8" PRIu32 "  “", texts[i].count);
        cq_printable_push_revealed(out, texts[i].text, TEXT_WIDTH);
        cq_buf_push_str(out, CQ_STR("”\n"));
    }
    if (different > MOST_TEXTS && texts[0].count > 1)
        cq_buf_push_format(out, "          and %" PRIu32 " other texts\n", different - MOST_TEXTS);
}

static void push_samples(cq_buf *out, const trial *t) {
    uint32_t shown = t->samples.len < t->options.samples ? t->samples.len : t->options.samples;
    for (uint32_t i = 0; i < shown; i++)
        cq_buf_push_str(out, t->samples.at[(uint64_t)i * t->samples.len / shown]);
    if (shown < t->findings)
        cq_buf_push_format(out, "that were %" PRIu32 " of %" PRIu32 " findings\n\n", shown,
                           t->findings);
}

/* A rule and what its runs took. */
typedef struct price {
    const cq_rule *rule;
    const cq_rule_cost *cost;
} price;

static int compare_prices(const void *left, const void *right) {
    const price *a = left, *b = right;
    if (a->cost->nanoseconds != b->cost->nanoseconds)
        return a->cost->nanoseconds < b->cost->nanoseconds ? 1 : -1;
    return cq_str_compare(a->rule->id, b->rule->id);
}

static double to_milliseconds(uint64_t nanoseconds) {
    return (double)nanoseconds / 1e6;
}

static uint64_t add_costs(const price *prices, uint32_t first, uint32_t end) {
    uint64_t nanoseconds = 0;
    for (uint32_t i = first; i < end; i++) nanoseconds += prices[i].cost->nanoseconds;
    return nanoseconds;
}

static const price *rank_rules(trial *t) {
    price *prices = CQ_ARENA_NEW_ARRAY(&t->arena, price, t->rules.len + 1u);
    for (uint32_t i = 0; i < t->rules.len; i++)
        prices[i] = (price){t->rules.at[i], &t->costs[t->rules.at[i]->index]};
    qsort(prices, t->rules.len, sizeof *prices, compare_prices);
    return prices;
}

/* Which of several rules take the most time. */
static void push_prices(cq_buf *out, const trial *t, const price *prices) {
    uint32_t shown = t->rules.len < MOST_PRICES ? t->rules.len : MOST_PRICES;
    cq_buf_push_str(out, CQ_STR("\n      ms      hits  findings  rule\n"));
    for (uint32_t i = 0; i < shown; i++)
        cq_buf_push_format(out, "%8.2f  %8" PRIu64 "  %8" PRIu32 "  %s\n",
                           to_milliseconds(prices[i].cost->nanoseconds), prices[i].cost->hits,
                           t->found[prices[i].rule->index], prices[i].rule->id.ptr);
    if (shown < t->rules.len)
        cq_buf_push_format(out, "%8.2f  %" PRIu32 " other rules\n",
                           to_milliseconds(add_costs(prices, shown, t->rules.len)),
                           t->rules.len - shown);
}

static void push_total(cq_buf *out, const trial *t, const price *prices) {
    cq_buf_push_format(out, "%" PRIu32 " finding%s in %" PRIu32 " of %" PRIu32 " file%s",
                       t->findings, t->findings == 1 ? "" : "s", t->files_with, t->files,
                       t->files == 1 ? "" : "s");
    cq_buf_push_format(out, ", %.2f in 1,000 words (%" PRIu64 " in all); it took %.1f ms\n",
                       cq_tally_density(t->findings, t->words), t->words,
                       to_milliseconds(add_costs(prices, 0, t->rules.len)));
}

static void show_trial(trial *t) {
    cq_buf text = {0};
    push_samples(&text, t);
    push_texts(&text, t);
    const price *prices = rank_rules(t);
    push_total(&text, t, prices);
    if (t->rules.len > 1) push_prices(&text, t, prices);
    cq_output_push(&t->output, cq_buf_get(&text));
    cq_buf_release(&text);
}

static void start_counting(trial *t) {
    uint32_t count;
    cq_host_rules(t->host, &count);
    t->costs = cq_host_measure(t->host);
    t->found = CQ_ARENA_NEW_ARRAY(&t->arena, uint32_t, count + 1u);
}

static bool prepare(trial *t, const cq_strs *names, cq_err *err) {
    cq_strs rule = {0}, paths = {0};
    cq_troubles troubles;
    *CQ_ARRAY_PUSH(&t->arena, &rule) = names->at[0];
    for (uint32_t i = 1; i < names->len; i++) *CQ_ARRAY_PUSH(&t->arena, &paths) = names->at[i];
    if (!paths.len) *CQ_ARRAY_PUSH(&t->arena, &paths) = CQ_STR(".");
    cq_troubles_init(&troubles);
    bool ok =
        cq_selection_open_host(&t->host, &t->options.settings, &t->arena, &rule, &troubles, err) &&
        cq_selection_find(&t->rules, &t->arena, t->host, &rule, err) &&
        cq_settings_open_profiles(&t->profiles, &t->options.settings, err);
    if (ok) {
        cq_walk_names(&t->inputs, &paths, t->options.settings.stdin_name, &troubles);
        cq_settings_place(&t->inputs, &t->options.settings, t->profiles, &troubles);
    }
    cq_output_say_all(&t->output, &troubles);
    cq_troubles_release(&troubles);
    if (ok) start_counting(t);
    return ok;
}

static bool run_trial(trial *t, int argc, char **argv, cq_err *err) {
    cq_strs names = {0};
    if (!cq_option_read(&t->options, &names, &t->arena, try_table, argc, argv, err) ||
        !cq_output_wants_color(&t->report_options.use_color, t->options.color, err))
        return false;
    if (!names.len) return cq_fail(err, CQ_EINVAL, "it takes a rule, and paths to try it on");
    if (!t->options.samples) t->options.samples = DEFAULT_SAMPLES;
    t->report_options.width = cq_output_width();
    t->stride = 1;
    if (!prepare(t, &names, err)) return false;
    for (uint32_t i = 0; i < t->inputs.list.len; i++) try_on_input(t, &t->inputs.list.at[i]);
    show_trial(t);
    return true;
}

static int run_try(int argc, char **argv) {
    trial t = {.options.settings.is_bare = true};
    cq_err err = {0};
    cq_arena_init(&t.arena);
    cq_inputs_init(&t.inputs);
    if (!run_trial(&t, argc, argv, &err)) cq_output_say(&t.output, cq_str_of(err.message));
    int status = cq_output_end(&t.output, CQ_EXIT_OK);
    if (t.host) cq_host_free(t.host);
    if (t.profiles) cq_profiles_close(t.profiles);
    cq_inputs_release(&t.inputs);
    cq_settings_release(&t.options.settings);
    cq_arena_release(&t.arena);
    return status;
}

const cq_command cq_command_try = {
    .name = "try",
    .summary = "Shows what a rule would find: how much, where, and how long it takes.",
    .usage = "[OPTIONS] ID|GROUP|RULEFILE [PATH|-]...",
    .options = try_table,
    .notes = "The rule runs whether it is on or off. Of several it says which take how much time.\n"
             "Exit status: 0 whatever they find, 2 trouble.",
    .run = run_try,
};
