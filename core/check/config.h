/* A configuration file as data: what it says, and on which line. How it is written and run is lua/'s
   affair; which files count for a text is plugins/config's. */
#ifndef CQ_CHECK_CONFIG_H
#define CQ_CHECK_CONFIG_H

#include "base/trouble.h"
#include "check/rule.h"

/* Everything below is owned by the arena it was read into; strings are NUL-terminated. Lines are
   1-based; 0: the file does not show where (its table was computed). */

typedef enum cq_config_type {
    CQ_CONFIG_TEXT,
    CQ_CONFIG_NUMBER,
    CQ_CONFIG_TRUTH, /* "true" or "false" */
} cq_config_type;

/* An option for a rule. */
typedef struct cq_config_option {
    cq_str name, value; /* the value as text */
    cq_config_type type;
    uint32_t line;
} cq_config_option;

/* What it says of the rules of a name: an id, a group, or a star. */
typedef struct cq_config_rule {
    cq_str name;
    bool has_level;
    bool is_on;     /* the level is "on": the rule file's own */
    cq_level level; /* otherwise */
    CQ_ARRAY(cq_config_option) options;
    uint32_t line;
} cq_config_rule;

/* A text, and where it is said; empty: not said. */
typedef struct cq_config_value {
    cq_str text;
    uint32_t line;
} cq_config_value;

typedef CQ_ARRAY(cq_config_value) cq_config_values;

/* What it says for all texts, or for those of a pattern. */
typedef struct cq_config_section {
    cq_str glob; /* see base/glob.h; empty: all texts */
    uint32_t line;
    cq_config_value language; /* BCP 47, or "auto" */
    cq_config_value source_language;
    cq_config_value fail_on;        /* the name of a level */
    CQ_ARRAY(cq_config_rule) rules; /* in the order of the file, which says nothing */
    cq_config_values vocabulary;
} cq_config_section;

/* Texts and their translations. */
typedef struct cq_config_pair {
    cq_str source, target; /* patterns */
    uint32_t line;
} cq_config_pair;

typedef struct cq_config {
    cq_str path;   /* as people are told; messages begin with it */
    cq_str folder; /* absolute; what the file's own paths are relative to */
    bool is_root;  /* nothing above it counts */
    cq_config_section all;
    CQ_ARRAY(cq_config_section) sections; /* in the order of the file */
    cq_config_values inherit;             /* files, as written */
    cq_config_values rule_paths;          /* folders, as written */
    bool has_rule_paths;                  /* false: the prevailing folder */
    cq_config_values exclude;             /* patterns */
    CQ_ARRAY(cq_config_pair) pairs;
    cq_config_value glossary;
} cq_config;

/* Pushes "PATH:LINE: what", one line whatever is in it; without the line where that is 0. */
void cq_config_complain(const cq_config *config, uint32_t line, const char *what,
                        cq_troubles *troubles);

#endif
