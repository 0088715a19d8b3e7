/* Pairing: what the files that git has are translations of. */
#ifndef CQ_CLI_PAIRING_H
#define CQ_CLI_PAIRING_H

#include "plugins/cli/input.h"
#include "plugins/config/profile.h"
#include "plugins/git/scope.h"

/* Finds the source of each input that a comparison gave and that has its profile: what calque-source
   names, else what the pairs of the profile say. It is read from where the input is, the index or the
   commit, and not from the working copy; an attribute leads to nothing outside of the tree. What it names
   must be there, and one that names the file itself says that it has none. What is wrong is a trouble, and
   the input has no source then. All of a file counts that git takes for a copy of its own source. */
void cq_pairing_find(cq_inputs *inputs, const cq_git_scope *scope, cq_troubles *troubles);

#endif
