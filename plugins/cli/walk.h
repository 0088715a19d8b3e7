/* Walking: files and folders as named on the command line become inputs. */
#ifndef CQ_CLI_WALK_H
#define CQ_CLI_WALK_H

#include "base/io.h"
#include "base/trouble.h"
#include "plugins/cli/input.h"

/* Pushes the inputs that `names` stand for: a file whatever its ending, "-" (standard input, shown as
   `stdin_name`), and of a folder the files below it whose ending is known, without hidden ones,
   node_modules, what git ignores, and what symbolic links to folders lead to. What cannot be read
   is a trouble. The inputs are settled. */
void cq_walk_names(cq_inputs *out, const cq_strs *names, const char *stdin_name,
                   cq_troubles *troubles);

#endif
