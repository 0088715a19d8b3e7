/* The table that a rule file returns, checked field by field. */
#ifndef CQ_LUA_RULE_TABLE_H
#define CQ_LUA_RULE_TABLE_H

#include "base/io.h"
#include "check/rule.h"
#include "lua/rule_trigger.h"

#include <lua.h>

typedef enum cq_scope {
    CQ_SCOPE_SENTENCE,
    CQ_SCOPE_BLOCK,
    CQ_SCOPE_QUOTATION,
    CQ_SCOPE_DOCUMENT,
} cq_scope;

/* What only the host needs of a rule. Strings and arrays are in the engine's arena. */
typedef struct cq_rule_body {
    cq_scope scope;
    cq_str message;   /* default of its findings */
    cq_strs formerly; /* ids it had before */
    cq_triggers triggers;
    bool *was_hit;           /* by trigger: cq_host_lint_with found it; NULL: none was looked for */
    bool honours_vocabulary; /* no finding where all words are in the vocabulary */
    bool needs_source;       /* runs only where the text that it is a translation of is known */
    bool is_safe;            /* swap: fixes need no asking */
    bool is_engine;          /* the engine finds it, see lua/suppression.h */
    bool is_data;            /* swap and forbid instead of a function */
    cq_level kept_level;     /* what restoring puts back; CQ_LEVEL_OFF: the rule file's own */
    bool is_wide;            /* looks beyond the block that it is called for */
    bool is_broken;          /* raised, or went over a budget: off for good */
    bool is_asleep; /* its text has not been run yet: there is no check and there are no options */
    uint32_t stock; /* index + 1 in the host's stock; 0: it was read from its file */
    int check, options; /* references in the registry; LUA_NOREF: none */
    cq_str folder;      /* of the rule file, for `require` */
} cq_rule_body;

typedef struct cq_rule_entry {
    cq_rule rule;
    cq_rule_body body;
} cq_rule_entry;

/* Reads the value at the top of the stack into `entry`, whose rule.language is the folder's
   already; copies go into `arena`. Sets everything but id, group, origin and index. Raises "..."
   for what is wrong with a field; references that were made by then are in the entry. */
void cq_rule_table_read(lua_State *L, cq_rule_entry *entry, cq_arena *arena);

/* Reads of the value at the top what only a Lua state can hold: check and options. Raises likewise. */
void cq_rule_table_read_code(lua_State *L, cq_rule_entry *entry);

/* The name of `names` (NULL-terminated) that `wrong` is most likely a misspelling of, or NULL. */
const char *cq_rule_table_guess(const char *wrong, const char *const *names);

#endif
