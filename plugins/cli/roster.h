/* A roster: the rules of a run, from all of its hosts, each once. What counts by a rule's index, over
   several files, counts by the roster's. */
#ifndef CQ_CLI_ROSTER_H
#define CQ_CLI_ROSTER_H

#include "lua/host.h"

/* Caller's storage, by cq_roster_init. Owns copies of the rules. */
typedef struct cq_roster {
    cq_arena arena;
    cq_rule *rules; /* sorted by id; index is the place here */
    uint32_t count;
} cq_roster;

void cq_roster_init(cq_roster *roster);
void cq_roster_release(cq_roster *roster);

/* Adds the rules of a host whose ids are new. Pointers into `rules` are stale then. */
void cq_roster_add(cq_roster *roster, const cq_host *host);

/* The rule of the same id, or NULL. */
const cq_rule *cq_roster_find(const cq_roster *roster, cq_str id);

#endif
