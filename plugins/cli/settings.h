/* Settings: how to lint, as the command line says it; it has the last word over configuration files. Read by all threads, changed by none. */
#ifndef CQ_CLI_SETTINGS_H
#define CQ_CLI_SETTINGS_H

#include "plugins/cli/input.h"
#include "plugins/cli/option.h"
#include "plugins/config/profiles.h"

typedef enum cq_switch_kind {
    CQ_SWITCH_ONLY,
    CQ_SWITCH_ENABLE,
    CQ_SWITCH_DISABLE,
} cq_switch_kind;

/* One --only, --enable or --disable: names separated by commas. */
typedef struct cq_switch {
    cq_switch_kind kind;
    const char *names;
} cq_switch;

/* In the order of the command line: a later one has the last word. */
typedef struct cq_switches {
    cq_arena arena;
    CQ_ARRAY(cq_switch) list;
} cq_switches;

/* Zero-initialised by the caller; strings are borrowed from the command line. */
typedef struct cq_settings {
    const char *language;        /* NULL: as configured, or English */
    const char *source_language; /* NULL: as configured, or unknown */
    const char *stdin_name;      /* NULL: "<stdin>" */
    cq_option_list rule_folders; /* besides the shipped and the configured ones */
    uint32_t rule_time;          /* milliseconds for one rule on one document; 0: the host's own */
    const cq_profiles_texts *texts; /* of configuration files, instead of the disk's; NULL: none */
    const char *config;             /* the one configuration file; NULL: those that are found */
    bool no_config;                 /* no configuration file, and no rules but the shipped ones */
    bool is_confined;               /* see cq_profiles_options, ... */
    bool no_project_rules;          /* ... this too */
    bool force_exclude;             /* what is excluded stays so where it is named */
    bool is_bare; /* rules as their files have them: what is configured for them does not count */
    cq_switches switches;
} cq_settings;

void cq_settings_release(cq_settings *settings);

/* The take functions of the switches, for option tables; the field is a cq_switches. */
bool cq_settings_take_only(void *field, const char *value, cq_err *err);
bool cq_settings_take_enable(void *field, const char *value, cq_err *err);
bool cq_settings_take_disable(void *field, const char *value, cq_err *err);

/* Values of options: a language tag or "auto"; a language tag, or nothing for an unknown language. */
bool cq_settings_take_language(void *field, const char *value, cq_err *err);
bool cq_settings_take_source_language(void *field, const char *value, cq_err *err);

/* Rows of an option table for a cq_settings that stands `base` bytes into the command's options: what
   the texts are. */
#define CQ_SETTINGS_TEXT_ROWS(base)                                                                \
    {"stdin-filename",                                                                             \
     0,                                                                                            \
     "NAME",                                                                                       \
     "the path that \"-\" stands for; its ending says the format",                                 \
     cq_option_take_text,                                                                          \
     (base) + offsetof(cq_settings, stdin_name)},                                                  \
        {"language",                                                                               \
         0,                                                                                        \
         "TAG",                                                                                    \
         "language of the text, or auto (default: as configured, or en)",                          \
         cq_settings_take_language,                                                                \
         (base) + offsetof(cq_settings, language)},                                                \
    {                                                                                              \
        "source-language", 0, "TAG", "language it was translated from (default: as configured)",   \
            cq_settings_take_source_language, (base) + offsetof(cq_settings, source_language)      \
    }

/* Rows as above: which rules run, on which of the texts. */
#define CQ_SETTINGS_RULE_ROWS(base)                                                                \
    {"only",                                                                                       \
     0,                                                                                            \
     "ID,...",                                                                                     \
     "these rules and no other; an id, a group (en/quotation), en/* or *",                         \
     cq_settings_take_only,                                                                        \
     (base) + offsetof(cq_settings, switches)},                                                    \
        {"enable",                                                                                 \
         0,                                                                                        \
         "ID,...",                                                                                 \
         "switch on rules that are off",                                                           \
         cq_settings_take_enable,                                                                  \
         (base) + offsetof(cq_settings, switches)},                                                \
        {"disable",                                                                                \
         0,                                                                                        \
         "ID,...",                                                                                 \
         "switch off rules; the later option has the last word",                                   \
         cq_settings_take_disable,                                                                 \
         (base) + offsetof(cq_settings, switches)},                                                \
        {"rules",                                                                                  \
         0,                                                                                        \
         "FOLDER",                                                                                 \
         "add a folder of rules; may be given again",                                              \
         cq_option_take_list,                                                                      \
         (base) + offsetof(cq_settings, rule_folders)},                                            \
        {"config",                                                                                 \
         0,                                                                                        \
         "FILE",                                                                                   \
         "this configuration file instead of those above each text",                               \
         cq_option_take_text,                                                                      \
         (base) + offsetof(cq_settings, config)},                                                  \
        {"no-config",                                                                              \
         0,                                                                                        \
         NULL,                                                                                     \
         "no configuration file and no rules but the shipped ones",                                \
         cq_option_take_flag,                                                                      \
         (base) + offsetof(cq_settings, no_config)},                                               \
    {                                                                                              \
        "force-exclude", 0, NULL,                                                                  \
            "leave out what the configuration excludes, even if it is named", cq_option_take_flag, \
            (base) + offsetof(cq_settings, force_exclude)                                          \
    }

/* The configuration as the settings want it. CQ_EINVAL: the configuration file they name is no good.
   The caller closes it, before the settings are released. */
bool cq_settings_open_profiles(cq_profiles **out, const cq_settings *settings, cq_err *err);

/* Gives each input its profile and drops what the configuration excludes, unless the user named it and
   does not insist. What is wrong in configuration files goes to `troubles`. */
void cq_settings_place(cq_inputs *inputs, const cq_settings *settings, cq_profiles *profiles,
                       cq_troubles *troubles);

/* A host for texts of a profile, with the switches thrown. Troubles of rules and of what is configured
   go to `troubles`. False where there is no host. A switch that names no rule of the host does nothing;
   see cq_settings_names. */
bool cq_settings_open_host(cq_host **out, const cq_settings *settings, const cq_profile *profile,
                           cq_troubles *troubles, cq_err *err);

/* Makes a host of the settings one for texts of another profile, whose rule folders are the same. */
void cq_settings_dress_host(cq_host *host, const cq_settings *settings, const cq_profile *profile,
                            cq_troubles *troubles);

/* The names in the switches, in `arena`. Each must stand for a rule of some host: strike out those that
   a host knows, and what is left then is not known. */
cq_strs cq_settings_names(cq_arena *arena, const cq_settings *settings);
void cq_settings_strike_known(cq_strs *names, const cq_host *host);

/* False where a name is left: "there is no rule ...", with a suggestion from `host`. */
bool cq_settings_check_left(const cq_strs *names, const cq_host *host, cq_err *err);

/* How to open a document of a profile: languages as the settings or else the profile say. */
cq_doc_options cq_settings_doc_options(const cq_settings *settings, const cq_profile *profile);

#endif
