/* The identity of the program that runs: which build it is, and which builds its libraries are. */
#ifndef CQ_CLI_IDENTITY_H
#define CQ_CLI_IDENTITY_H

#include "base/digest.h"

/* Pushes the build ids that the linker gave the program and all libraries that are loaded. False: one has
   none, and a change of it would not be seen. */
bool cq_identity_push(cq_digester *out);

#endif
