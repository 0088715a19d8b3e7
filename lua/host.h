/* The rule host: loads rule files into a sandboxed Lua state and runs them on documents. One host
   is used by one thread; parallel work has a host a thread. */
#ifndef CQ_LUA_HOST_H
#define CQ_LUA_HOST_H

#include "base/patience.h"
#include "base/trouble.h"
#include "check/config.h"
#include "check/finding.h"
#include "lua/rule_trigger.h"
#include "text/doc.h"

typedef struct cq_host cq_host;

/* A folder of rules. Shipped folders are laid out rules/<language>/<group>/<stem>.lua; a user's
   folder likewise, and a file directly in it counts as language "any"... unless the rule says
   `language = "en"` itself. */
typedef struct cq_host_options {
    cq_strs rule_folders; /* in order; a rule id may be defined once only */
    cq_str library;       /* folder that holds calque/NAME.lua, what rules may require */
    size_t memory_limit;  /* bytes of Lua memory, 0: 256 MiB */
    uint32_t time_limit;  /* milliseconds of processor time for one rule on one document, 0: 1000 */
} cq_host_options;

/* A host with all rules loaded. A rule that cannot be loaded (syntax, wrong field, missing example)
   is a trouble and the others go on; the host is there all the same. False only where there can
   be no host at all (out of memory, no library folder); troubles say why. */
bool cq_host_new(cq_host **out, const cq_host_options *options, cq_troubles *troubles);
void cq_host_free(cq_host *host);

/* Whether a folder (NUL-terminated) holds the rules that the program knows from its build, and no others. */
bool cq_host_knows_folder(cq_str folder);

/* The words that documents for this host must be opened with. Borrowed. */
cq_intern *cq_host_words(cq_host *host);

/* All rules, sorted by id; borrowed until the host is freed. */
const cq_rule *cq_host_rules(const cq_host *host, uint32_t *count);

/* The rule of an id, or NULL. */
const cq_rule *cq_host_rule(const cq_host *host, cq_str id);

/* Whether `name` names a rule of the host: its id (or one from before), a star for all rules, its
   language or its group ("en", "en/quotation"), each with or without a slash and a star. */
bool cq_host_is_named(const cq_host *host, const cq_rule *rule, cq_str name);

/* Whether `name` names some rule of the host; a star does even where there is none. */
bool cq_host_is_name(const cq_host *host, cq_str name);

/* Sets the level of the rules that `name` names. CQ_LEVEL_OFF switches off, `restore` puts back the rule
   file's own level (or warning where that is off). Returns how many rules it named: 0 is an unknown name. */
uint32_t cq_host_set_level(cq_host *host, cq_str name, cq_level level);
uint32_t cq_host_restore_level(cq_host *host, cq_str name);

/* From here on rules below `least` are not run: whoever shows nothing of theirs need not wait for them.
   Where what the text ignores in vain is shown (any/ignore-unused), all are run all the same: only so
   is it known. CQ_LEVEL_OFF: all that are on. */
void cq_host_set_least(cq_host *host, cq_level least);

/* From here on restoring puts back the levels of now, where they are not CQ_LEVEL_OFF. */
void cq_host_keep_levels(cq_host *host);

/* Sets an option of the rule of an id. The rule's own value says which type it has to be.
   CQ_ENOENT: no such rule or option; CQ_EINVAL: not such a value. A rule that broke takes anything. */
bool cq_host_set_option(cq_host *host, cq_str id, const cq_config_option *option, cq_err *err);

/* Puts levels and options back to what the rule files say; rules that broke stay off. */
void cq_host_reset(cq_host *host);

/* Replaces the words that rules with `vocabulary = true` leave alone. While no document is open. */
void cq_host_set_vocabulary(cq_host *host, const cq_strs *entries);

/* Replaces the glossary that doc:terms() looks into by a file's text (see check/glossary.h); empty: none.
   CQ_EINVAL begins with a line of it; there is none then. While no document is open. */
bool cq_host_set_glossary(cq_host *host, cq_str csv, cq_err *err);

/* The text that documents are translated from, from now on; NULL: unknown. Borrowed until the next call,
   which comes before it closes. */
void cq_host_set_source(cq_host *host, const cq_doc *source);

/* Runs all rules that are on and are for the text's language and source language, and sorts the
   findings. A rule that raises, runs out of time or memory is a trouble named once, is off for the
   rest of the host's life, and loses only its own findings of this document. */
void cq_host_lint(cq_host *host, cq_doc *doc, cq_findings *out, cq_troubles *troubles);

/* The same with one rule only, whatever its level and sources: for the examples. */
void cq_host_lint_with(cq_host *host, const cq_rule *rule, cq_doc *doc, cq_findings *out,
                       cq_troubles *troubles);

/* The triggers of a rule, entries of its table among them. Borrowed. */
const cq_triggers *cq_host_triggers(const cq_host *host, const cq_rule *rule);

/* Whether cq_host_lint_with found a trigger of the rule (its index) in some document so far. */
bool cq_host_was_hit(const cq_host *host, const cq_rule *rule, uint32_t trigger);

/* What a rule's run took, with the summaries of the document that it was the first to ask for. */
typedef struct cq_rule_cost {
    uint64_t nanoseconds; /* of processor time */
    uint64_t hits;        /* of its triggers */
} cq_rule_cost;

/* From here on adds up what each rule costs. By the rule's index; borrowed until the host is freed. */
const cq_rule_cost *cq_host_measure(cq_host *host);

/* For a document that is linted again and again while it is edited: findings are kept as rules report
   them, and what the text says of them (check/suppress.h) is heeded in a copy that is shown. */

/* As cq_host_lint, but without heeding what the text says of findings. */
void cq_host_lint_all(cq_host *host, cq_doc *doc, cq_findings *out, cq_troubles *troubles);

/* Drops the findings (all of the document's) that the text ignores, and adds those about its ignores.
   The result is sorted. */
void cq_host_heed_ignores(cq_host *host, cq_doc *doc, cq_findings *findings);

/* A rule is wide when it is for whole documents, or was ever seen to look beyond the block that it was
   called for; what any other rule says of a block holds as long as the block is what it was. */

/* Runs the rules that are not wide on some blocks (their indices, half-open), and sorts the findings. */
void cq_host_lint_blocks(cq_host *host, cq_doc *doc, cq_span blocks, cq_findings *out,
                         cq_troubles *troubles);

/* Runs those that are wide, on the whole document. False: `patience` (may be NULL), asked about every
   millisecond, ended it, and the findings are not all. */
bool cq_host_lint_wide(cq_host *host, cq_doc *doc, cq_findings *out, cq_troubles *troubles,
                       const cq_patience *patience);

/* Whether the rule leaves the words of the vocabulary alone. */
bool cq_host_honours_vocabulary(const cq_host *host, const cq_rule *rule);

bool cq_host_is_wide(const cq_host *host, const cq_rule *rule);

/* Whether the rule is run at all: its level is not off, nor below the least, and it has not been broken. */
bool cq_host_is_on(const cq_host *host, const cq_rule *rule);

#endif
