/* The stock: what the program's own rules are, found out when it was built. A rule whose file, and all that
   the file may read, still say the same is taken from here; its Lua text is run when it is needed. */
#ifndef CQ_LUA_STOCK_H
#define CQ_LUA_STOCK_H

#include "check/phrase.h"
#include "lua/rule_table.h"

/* A file's path below its folder, what it says, as much of that as is needed to run it, and the same as
   Lua compiled it. Of helpers, which are read from their files, only the first two. */
typedef struct cq_stock_file {
    cq_str name, text, code, compiled;
} cq_stock_file;

typedef struct cq_stock_rule {
    cq_stock_file file;
    cq_rule_entry entry;  /* without origin, folder, and what is in a Lua state */
    bool is_in_automaton; /* its triggers are in the stock's */
} cq_stock_rule;

/* All constant, and sorted by the files' names. */
typedef struct cq_stock {
    cq_str lua; /* the release of Lua that compiled it (lua_ident) */
    const cq_stock_rule *rules;
    uint32_t rule_count;          /* 0: there is no stock */
    const cq_stock_file *helpers; /* in the folder of rules, but no rules: what they may read */
    uint32_t helper_count;
    const cq_stock_file *modules; /* in the library's folder */
    uint32_t module_count;
    const cq_intern *words;
    const cq_phrase_set *phrases;                 /* of the rules that are warnings or errors */
    const uint32_t *owner_rules, *owner_triggers; /* by owner of a phrase */
    uint32_t owner_count;
} cq_stock;

/* What was linked in. */
extern const cq_stock cq_stock_built;

/* Whether `library` holds the modules as they were. */
bool cq_stock_has_library(const cq_stock *stock, cq_str library);

/* A module, "words" for calque/words.lua; NULL: the stock does not have it. */
const cq_stock_file *cq_stock_get_module(const cq_stock *stock, const char *name);

/* Whether a folder of rules holds the helpers as they were, and no others; `paths`: its Lua files. */
bool cq_stock_has_helpers(const cq_stock *stock, cq_str folder, const cq_strs *paths);

/* The rule of the file `name` below a folder of rules, if what the file at `path` says is still the same;
   NULL otherwise. */
const cq_stock_rule *cq_stock_find(const cq_stock *stock, cq_str name, const char *path);

/* Whether a folder of rules holds all of the stock's, as they were, and no others. */
bool cq_stock_has_folder(const cq_stock *stock, cq_str folder);

/* Whether a file of rules, or a folder on the way to it, is hidden or a helper's. */
bool cq_stock_is_helper(cq_str name);

#endif
