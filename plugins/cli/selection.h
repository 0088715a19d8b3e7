/* Selection: which rules a command line names, by id, group or path. */
#ifndef CQ_CLI_SELECTION_H
#define CQ_CLI_SELECTION_H

#include "plugins/cli/settings.h"

/* Whether the name is a file or folder on disk rather than an id. */
bool cq_selection_is_path(cq_str name);

/* Opens a host as cq_settings_open_host does, for the working directory, with the paths among `names` among its rule folders: what
   is not loaded anyway is added (a file with the folder of rules that it is in). Where paths alone are
   named, the loading troubles of other files are left out. Strings live in `arena`. */
bool cq_selection_open_host(cq_host **out, cq_settings *settings, cq_arena *arena,
                            const cq_strs *names, cq_troubles *troubles, cq_err *err);

/* Whether the rule is loaded without being asked for: shipped, or found for this folder. */
bool cq_selection_is_default(const cq_rule *rule, const cq_settings *settings);

/* Pushes the rules that the names stand for, each once and in order of ids; all rules where there are
   no names. A name that stands for none is CQ_EINVAL. */
typedef CQ_ARRAY(const cq_rule *) cq_selection;

bool cq_selection_find(cq_selection *out, cq_arena *arena, const cq_host *host,
                       const cq_strs *names, cq_err *err);

/* A command that shows the rules that its arguments name. */
typedef struct cq_selection_view {
    const cq_option *table; /* fills `options` */
    void *options;          /* the caller's; zeroed */
    cq_settings *settings;  /* a part of `options`; released here */
    /* Appends the rules as `options` want it. */
    bool (*show)(cq_buf *out, const cq_selection *rules, const cq_strs *names, const void *options,
                 cq_err *err);
} cq_selection_view;

/* Runs such a command with its arguments. Returns the exit status. */
int cq_selection_run(const cq_selection_view *view, int argc, char **argv);

#endif
