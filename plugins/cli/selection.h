/* Selection: which rules a command line names, by id, group or path. */
#ifndef CQ_CLI_SELECTION_H
#define CQ_CLI_SELECTION_H

#include "plugins/cli/settings.h"

/* Whether the name is a file or folder on disk rather than an id. */
bool cq_selection_is_path(cq_str name);

/* Adds to the settings the rule folders that must be loaded for the paths among `names`: those that
   are in none of the folders loaded anyway. Strings live in `arena`. */
void cq_selection_add_folders(cq_settings *settings, cq_arena *arena, const cq_strs *names);

/* Pushes the rules that the names stand for, each once and in order of ids; all rules where there are
   no names. A name that stands for none is CQ_EINVAL. */
typedef CQ_ARRAY(const cq_rule *) cq_selection;

bool cq_selection_find(cq_selection *out, cq_arena *arena, const cq_host *host,
                       const cq_strs *names, cq_err *err);

#endif
