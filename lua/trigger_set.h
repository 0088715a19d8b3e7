/* The automaton over the triggers of some of a host's rules. */
#ifndef CQ_LUA_TRIGGER_SET_H
#define CQ_LUA_TRIGGER_SET_H

#include "check/phrase.h"
#include "lua/host.h"

typedef struct cq_trigger_set {
    cq_arena arena;
    cq_phrase_set *phrases; /* NULL: to be built */
    CQ_ARRAY(uint32_t)
    rules; /* by owner of a phrase: index of its rule; the number of rules: one
                                    that is not asked for, its hits go nowhere */
    CQ_ARRAY(uint32_t) triggers; /* ... and of the trigger in it */
} cq_trigger_set;

/* The set over all rules that are on, built where it is not there. Borrowed until a level changes. */
const cq_trigger_set *cq_trigger_set_active(cq_host *host);

/* The set over those of them that are wide (cq_host_is_wide). Borrowed until one more is. */
const cq_trigger_set *cq_trigger_set_wide(cq_host *host);

/* The set over one rule (its index). Borrowed until another rule is asked about. */
const cq_trigger_set *cq_trigger_set_single(cq_host *host, uint32_t index);

#endif
