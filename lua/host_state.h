/* What a host is made of; for the files of lua/ that make it up: host.c, loader.c, lint.c. */
#ifndef CQ_LUA_HOST_STATE_H
#define CQ_LUA_HOST_STATE_H

#include "check/glossary.h"
#include "lua/host.h"
#include "lua/session.h"
#include "lua/stock.h"
#include "lua/trigger_set.h"
#include "lua/vocabulary.h"

/* An option's value. */
typedef struct cq_rule_setting {
    uint32_t rule; /* index */
    cq_config_option option;
} cq_rule_setting;

/* An id that a rule had before. */
typedef struct cq_rule_former {
    cq_str id;
    uint32_t rule; /* index */
} cq_rule_former;

struct cq_host {
    cq_sandbox sandbox;
    cq_session session;
    cq_arena arena;        /* rules and their strings; options */
    cq_intern words;       /* those of the stock first, where there is one */
    const cq_stock *stock; /* NULL: every rule is read from its file */
    cq_vocabulary vocabulary;
    cq_glossary glossary;
    cq_str library;
    uint32_t time_limit;  /* milliseconds */
    cq_rule *rules;       /* sorted by id */
    cq_rule_body *bodies; /* by the same index */
    uint32_t rule_count;
    CQ_ARRAY(cq_rule_former) formers; /* sorted by id, then by rule */
    cq_level least;                   /* level of rules that are run */
    CQ_ARRAY(cq_rule_setting)
    settings;              /* options that were set, each once, as the rules had them */
    cq_trigger_set active; /* of the rules that are on; built on first use */
    cq_trigger_set wide;   /* of those of them that are wide */
    uint32_t wide_count;
    cq_trigger_set single; /* of one rule */
    uint32_t single_rule;
    cq_rule_cost *costs; /* by a rule's index; NULL: nobody asked */
};

/* A message that Lua left at the top of the stack, popped: one line, then perhaps a traceback's
   lines, indented. Copied into `arena`. */
cq_str cq_host_take_message(lua_State *L, cq_arena *arena);

/* A message handler for lua_pcall that adds the traceback. */
int cq_host_trace(lua_State *L);

/* Lets go of what a rule holds in the state. */
void cq_host_drop_body(cq_host *host, cq_rule_body *body);

#endif
