/* A fleet: the hosts of one thread, for the profiles that its inputs have. Loading rules costs more than
   setting them, so that profiles with the same rules share hosts. */
#ifndef CQ_CLI_FLEET_H
#define CQ_CLI_FLEET_H

#include "plugins/cli/settings.h"

enum {
    CQ_FLEET_MOST = 8,  /* hosts; the one that was used least lately makes room for another */
    CQ_FLEET_ALIKE = 3, /* of them with the same rules: from there on they are set anew in turn */
};

typedef struct cq_berth {
    const cq_profile *profile;
    cq_host *host;
    uint64_t used; /* when: a count of uses */
} cq_berth;

/* Caller's storage, by cq_fleet_init. */
typedef struct cq_fleet {
    const cq_settings *settings; /* borrowed */
    cq_berth berths[CQ_FLEET_MOST];
    uint32_t count;
    uint64_t uses;
    cq_arena arena;
    cq_strs dropped; /* ids of rules that all hosts do without */
} cq_fleet;

void cq_fleet_init(cq_fleet *fleet, const cq_settings *settings);
void cq_fleet_release(cq_fleet *fleet);

/* The host for texts of a profile, opened where it is not there; loading troubles go to `troubles`.
   NULL, with `err`: there can be none. Borrowed until the next call. */
cq_host *cq_fleet_host(cq_fleet *fleet, const cq_profile *profile, cq_troubles *troubles,
                       cq_err *err);

/* Does without a rule from here on. */
void cq_fleet_drop_rule(cq_fleet *fleet, cq_str id);

#endif
