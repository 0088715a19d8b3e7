#include "base/io.h"
#include "plugins/cli/command.h"
#include "plugins/cli/output.h"
#include "plugins/cli/settings.h"

#include <inttypes.h>
#include <sys/stat.h>

enum { NAME_WIDTH = 16, VALUE_WIDTH = 28 }; /* columns */

#define FIELD(name) offsetof(cq_settings, name)

static const cq_option config_table[] = {
    {"config", 0, "FILE", "this configuration file instead of those above each text",
     cq_option_take_text, FIELD(config)},
    {"no-config", 0, NULL, "no configuration file and no rules but the shipped ones",
     cq_option_take_flag, FIELD(no_config)},
    CQ_OPTION_END,
};

typedef struct page {
    cq_buf *out;
    cq_arena arena;
    const cq_profile *profile;
    cq_host *host;
    cq_str name, path; /* as given; of a text */
} page;

static void push_line(page *p, const char *name, cq_str value, const char *origin) {
    int width = *origin ? VALUE_WIDTH : 0; /* no blanks at the end of a line */
    cq_buf_push_format(p->out, "%-*s  %-*.*s%s%s\n", NAME_WIDTH, name, width, CQ_FMT(value),
                       *origin ? "  " : "", origin);
}

static const char *name_place(page *p, const cq_config *config, uint32_t line) {
    if (!config) return "by default";
    if (!line) return config->path.ptr;
    return cq_str_format(&p->arena, "%s:%" PRIu32, config->path.ptr, line).ptr;
}

/* `own`: what the text itself says, or what was guessed from it; empty: nothing is known. */
static void push_language(page *p, const char *name, const cq_profile_value *said, cq_str own,
                          cq_str prevailing) {
    const char *origin = name_place(p, said->config, said->line);
    cq_str value = said->text.len ? said->text : prevailing;
    if (own.len && cq_str_is_equal(said->text, CQ_STR("auto"))) {
        value = own;
        origin = cq_str_format(&p->arena, "guessed: %s", origin).ptr;
    } else if (own.len && !cq_str_is_equal(own, value)) {
        value = own;
        origin = "the text itself";
    }
    push_line(p, name, value, origin);
}

/* The languages as linting would have them, where the text can be read. */
static void push_languages(page *p) {
    cq_doc_options options = cq_profile_doc_options(p->profile);
    cq_buf bytes = {0};
    cq_doc doc;
    struct stat info;
    bool is_open =
        stat(p->path.ptr, &info) == 0 && S_ISREG(info.st_mode) &&
        cq_io_read_file(&bytes, p->path.ptr, NULL) &&
        cq_doc_open(&doc, cq_host_words(p->host), p->path, cq_buf_get(&bytes), &options, NULL);
    push_language(p, "language", &p->profile->language, is_open ? doc.language : CQ_STR(""),
                  CQ_STR("en"));
    push_language(p, "source_language", &p->profile->source_language,
                  is_open ? doc.source_language : CQ_STR(""), CQ_STR("unknown"));
    if (is_open) cq_doc_close(&doc);
    cq_buf_release(&bytes);
}

/* The nearest file that has a word in its vocabulary. */
static const char *name_word_place(page *p, cq_str word) {
    for (uint32_t i = p->profile->layers.len; i-- > 0;) {
        const cq_layer *layer = &p->profile->layers.at[i];
        for (uint32_t k = 0; k < layer->section->vocabulary.len; k++)
            if (cq_str_is_equal(layer->section->vocabulary.at[k].text, word))
                return name_place(p, layer->config, layer->section->vocabulary.at[k].line);
    }
    return "";
}

static void push_lists(page *p) {
    const cq_profile *profile = p->profile;
    for (uint32_t i = 0; i < profile->rule_folders.len; i++)
        push_line(p, i ? "" : "rule_paths", profile->rule_folders.at[i], i ? "" : "shipped");
    for (uint32_t i = 0; i < profile->vocabulary.len; i++)
        push_line(p, i ? "" : "vocabulary", profile->vocabulary.at[i],
                  name_word_place(p, profile->vocabulary.at[i]));
    if (profile->glossary.text.len)
        push_line(p, "glossary", profile->glossary.text,
                  name_place(p, profile->glossary.config, profile->glossary.line));
}

/* The rules that some file says something of. */
static void push_rules(page *p) {
    uint32_t count;
    const cq_rule *rules = cq_host_rules(p->host, &count);
    for (uint32_t i = 0; i < count; i++) {
        cq_profile_words words = {0};
        cq_profile_list_words(&words, &p->arena, p->profile, p->host, &rules[i]);
        for (uint32_t k = 0; k < words.len; k++) {
            const cq_profile_word *word = &words.at[k];
            const cq_config_option *option = word->option;
            cq_str value = cq_str_of(cq_level_name(rules[i].level));
            if (option)
                value = cq_str_format(&p->arena, "%s = %s", option->name.ptr, option->value.ptr);
            cq_buf_push_format(
                p->out, "%-*s  %-*.*s  %s\n", VALUE_WIDTH, rules[i].id.ptr, NAME_WIDTH,
                CQ_FMT(value),
                name_place(p, word->config, option ? option->line : word->rule->line));
        }
    }
}

static void push_page(page *p, bool is_excluded) {
    const cq_profile *profile = p->profile;
    push_line(p, "file", p->name, is_excluded ? "excluded" : "");
    push_languages(p);
    push_line(p, "fail_on", profile->fail_on.text.len ? profile->fail_on.text : CQ_STR("warning"),
              name_place(p, profile->fail_on.config, profile->fail_on.line));
    push_lists(p);
    push_rules(p);
}

/* A folder stands for a text in it. */
static cq_str name_text(cq_arena *arena, cq_str name) {
    struct stat info;
    if (stat(name.ptr, &info) != 0 || !S_ISDIR(info.st_mode)) return name;
    return cq_str_format(arena, "%.*s/text", CQ_FMT(name));
}

static bool show_file(cq_buf *out, cq_profiles *profiles, const cq_settings *settings, cq_str name,
                      cq_troubles *troubles, cq_err *err) {
    page p = {.out = out, .name = name};
    cq_arena_init(&p.arena);
    p.path = name_text(&p.arena, name);
    p.profile = cq_profiles_of(profiles, p.path, troubles);
    bool ok = cq_settings_open_host(&p.host, settings, p.profile, troubles, err);
    if (ok) push_page(&p, cq_profiles_is_excluded(profiles, p.path, troubles));
    cq_host_free(p.host);
    cq_arena_release(&p.arena);
    return ok;
}

static bool show_files(cq_output *output, const cq_settings *settings, cq_arena *arena,
                       cq_strs *names, cq_err *err) {
    cq_profiles *profiles;
    cq_troubles troubles;
    cq_buf text = {0};
    if (!cq_settings_open_profiles(&profiles, settings, err)) return false;
    cq_troubles_init(&troubles);
    if (!names->len) *CQ_ARRAY_PUSH(arena, names) = CQ_STR(".");
    bool ok = true;
    for (uint32_t i = 0; i < names->len && ok; i++) {
        if (i) cq_buf_push(&text, '\n');
        ok = show_file(&text, profiles, settings, names->at[i], &troubles, err);
    }
    cq_output_push(output, cq_buf_get(&text));
    cq_output_say_all(output, &troubles);
    cq_buf_release(&text);
    cq_troubles_release(&troubles);
    cq_profiles_close(profiles);
    return ok;
}

static int run_config(int argc, char **argv) {
    cq_settings settings = {0};
    cq_output output = {0};
    cq_arena arena;
    cq_strs names = {0};
    cq_err err;
    cq_arena_init(&arena);
    if (!cq_option_read(&settings, &names, &arena, config_table, argc, argv, &err) ||
        !show_files(&output, &settings, &arena, &names, &err))
        cq_output_say(&output, cq_str_of(err.message));
    cq_settings_release(&settings);
    cq_arena_release(&arena);
    return cq_output_end(&output, CQ_EXIT_OK);
}

const cq_command cq_command_config = {
    .name = "config",
    .summary = "Shows what is configured for a file (default: for this folder), and who says so.",
    .usage = "[OPTIONS] [FILE]...",
    .options = config_table,
    .notes =
        "A file need not be there. Of rules, those are shown of which a configuration file says\n"
        "something; calque rules shows all.",
    .run = run_config,
};
