/* Settings: how to lint, as the command line says it. Read by all threads, changed by none. */
#ifndef CQ_CLI_SETTINGS_H
#define CQ_CLI_SETTINGS_H

#include "plugins/cli/option.h"
#include "lua/host.h"
#include "text/doc.h"

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
    const char *language;        /* NULL: the document's own, or English */
    const char *source_language; /* NULL: unknown */
    const char *stdin_name;      /* NULL: "<stdin>" */
    cq_option_list rule_folders; /* besides the shipped and the user's own */
    uint32_t rule_time;          /* milliseconds for one rule on one document; 0: the host's own */
    bool no_config;              /* the user's own folder is left out */
    cq_switches switches;
} cq_settings;

void cq_settings_release(cq_settings *settings);

/* The take functions of the switches, for option tables; the field is a cq_switches. */
bool cq_settings_take_only(void *field, const char *value, cq_err *err);
bool cq_settings_take_enable(void *field, const char *value, cq_err *err);
bool cq_settings_take_disable(void *field, const char *value, cq_err *err);

/* A host with the rule folders that the settings name and the switches thrown. Its loading
   troubles go to `troubles`. False where there is no host, or where a switch names no rule. */
bool cq_settings_open_host(cq_host **out, const cq_settings *settings, cq_troubles *troubles,
                           cq_err *err);

/* Fills `err` with "there is no rule ..." and a suggestion; always false. */
bool cq_settings_fail_unknown(const cq_host *host, cq_str name, cq_err *err);

/* How to open a document: languages from the settings, format by the path. */
cq_doc_options cq_settings_doc_options(const cq_settings *settings);

#endif
