/* A rule as data: what every report, the hook and the server need to know of it. How it is written
   and run is lua/'s affair. */
#ifndef CQ_CHECK_RULE_H
#define CQ_CHECK_RULE_H

#include "text/source.h"

typedef enum cq_level {
    CQ_LEVEL_OFF,
    CQ_LEVEL_HINT,
    CQ_LEVEL_WARNING,
    CQ_LEVEL_ERROR,
} cq_level;

/* "off", "hint", "warning", "error"; static. */
const char *cq_level_name(cq_level level);

/* The level of a name; false where there is none of that name. */
bool cq_level_of_name(cq_level *out, cq_str name);

/* One example of a rule. `text` is without the << >> that mark the expected finding. */
typedef struct cq_rule_example {
    cq_str text;
    cq_str format;          /* "plain" unless the rule says otherwise */
    cq_str source_language; /* may be empty */
    cq_str original;        /* what it is a translation of; may be empty */
    cq_str glossary;        /* the text of one, see check/glossary.h; may be empty */
    bool is_bad;
    CQ_ARRAY(cq_span) marks; /* bytes in text */
    cq_str fixed;            /* the text after the fixes; only where has_fix */
    bool has_fix;
} cq_rule_example;

/* Everything is owned by the engine that loaded the rule; strings are NUL-terminated. */
typedef struct cq_rule {
    cq_str id;       /* "en/its-own" */
    cq_str language; /* "en"; "any" for every language */
    cq_str group;    /* folder below the language, for switching groups; may be empty */
    cq_str origin;   /* path of the rule file */
    cq_str summary, why, mqm;
    cq_str measured;          /* how precise it was, and where; may be empty */
    cq_level level;           /* in force: what configuration and options made of it */
    cq_level default_level;   /* what the rule file says */
    CQ_ARRAY(cq_str) sources; /* source languages it is for; none: all */
    CQ_ARRAY(cq_rule_example) examples;
    uint32_t index; /* its place in the engine's rules, which are sorted by id */
} cq_rule;

/* Whether a name is of the form that MQM types and the names of new rules have: lower-case letters,
   digits, and single hyphens between them. */
bool cq_rule_is_kebab_case(cq_str name);

/* Whether the rule is for text in `language` translated from `source_language` (may be empty): the
   rule's language is "any" or the primary subtag of `language`, and its sources, where it has any,
   hold the primary subtag of `source_language`. */
bool cq_rule_is_for(const cq_rule *rule, cq_str language, cq_str source_language);

#endif
