/* A profile: the settings in force for a text, as the configuration files above it and the user's own
   say them together. */
#ifndef CQ_CONFIG_PROFILE_H
#define CQ_CONFIG_PROFILE_H

#include "check/config.h"
#include "lua/host.h"
#include "text/doc.h"

/* One part of a configuration file that is in force. */
typedef struct cq_layer {
    const cq_config *config;
    const cq_config_section *section; /* config->all, or one of its sections */
    cq_str base; /* the folder that patterns of the file are relative to; absolute */
} cq_layer;

/* A value in force, and the file that says it (NULL: none does). */
typedef struct cq_profile_value {
    cq_str text; /* empty: not said */
    const cq_config *config;
    uint32_t line;
} cq_profile_value;

/* Owned by the cq_profiles that gave it, until those are closed; never changes, so that threads may
   share it. Texts with the same settings have the same profile: compare pointers. */
typedef struct cq_profile {
    uint32_t number;           /* from 0, in the order in which they were asked for */
    CQ_ARRAY(cq_layer) layers; /* the weakest first: a later one has the last word, rule by rule */
    cq_profile_value language; /* BCP 47, or "auto" */
    cq_profile_value source_language;
    cq_profile_value fail_on;
    cq_level fail_level;       /* what fail_on names; CQ_LEVEL_OFF: not said */
    cq_profile_value glossary; /* absolute */
    cq_strs rule_folders;      /* absolute, the shipped one first */
    cq_strs vocabulary;        /* of all layers, each once, sorted */
    cq_str library;            /* what rules may require */
    cq_str fence;              /* the folder whose files alone may be sources; empty: any may */
    bool lacks_rules; /* rules of the project are left out: it may name some that there are not */
    cq_str
        dress; /* all that is said of rules and words, as one text: hosts of equal ones are equal */
} cq_profile;

/* A host for texts of the profile: its rules loaded, levels, options and vocabulary set. What is wrong
   with rules, and names of rules in the configuration files that there are not, go to `troubles`, a
   line each; the host is there all the same. `rule_time`: milliseconds for one rule on one document,
   0: the host's own. CQ_EINVAL: there can be no host. The caller frees it. */
bool cq_profile_open_host(cq_host **out, const cq_profile *profile, uint32_t rule_time,
                          cq_troubles *troubles, cq_err *err);

/* Makes a host that was opened for one profile one of another, whose rule folders are the same. Troubles
   as above. While no document is open. */
void cq_profile_dress_host(cq_host *host, const cq_profile *profile, cq_troubles *troubles);

/* Names of rules in the profile's configuration files that there are not go to `troubles`. */
void cq_profile_check_names(const cq_host *host, const cq_profile *profile, cq_troubles *troubles);

/* Whether hosts of the profiles have the same rules loaded. */
bool cq_profile_has_same_rules(const cq_profile *a, const cq_profile *b);

/* How to open a document of the profile: its languages; the format is the path's. Borrows. */
cq_doc_options cq_profile_doc_options(const cq_profile *profile);

/* The absolute path of the text that the one at an absolute path is a translation of, in `arena`; empty
   where no pair of the profile's says so, or it may not be one. It need not be there. CQ_EINVAL: the pairs
   lead back to the text; the message names no path. */
bool cq_profile_find_source(cq_str *out, cq_arena *arena, const cq_profile *profile, cq_str path,
                            cq_err *err);

/* What a configuration file says of a rule. */
typedef struct cq_profile_word {
    const cq_config *config;
    const cq_config_rule *rule;
    const cq_config_option *option; /* NULL: it is about the level */
} cq_profile_word;

typedef CQ_ARRAY(cq_profile_word) cq_profile_words;

/* Pushes what is in force for a rule: who said its level last (if anybody did), then who said each of its
   options last, by name. `host` is one of the profile's. */
void cq_profile_list_words(cq_profile_words *out, cq_arena *arena, const cq_profile *profile,
                           const cq_host *host, const cq_rule *rule);

/* Fills `err` with "there is no rule ..." and a suggestion; always false. */
bool cq_profile_fail_unknown(const cq_host *host, cq_str name, cq_err *err);

#endif
