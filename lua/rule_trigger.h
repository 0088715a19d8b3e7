/* Rule triggers: what a rule is looked for by, as its file writes it and as the automaton reads it. */
#ifndef CQ_LUA_RULE_TRIGGER_H
#define CQ_LUA_RULE_TRIGGER_H

#include "base/io.h"

typedef enum cq_trigger_kind {
    CQ_TRIGGER_CHECK,  /* runs the rule's function */
    CQ_TRIGGER_SWAP,   /* reports, with `replacement` as the fix */
    CQ_TRIGGER_FORBID, /* reports */
} cq_trigger_kind;

/* Strings are in the engine's arena, NUL-terminated. */
typedef struct cq_trigger {
    cq_trigger_kind kind;
    cq_str pattern;     /* as written: "~celebrate the? elections" */
    cq_str phrase;      /* for check/phrase: "celebrate|celebrates|... the? elections" */
    cq_str lemma;       /* the first word that inflects, "celebrate"; empty: none does */
    cq_str replacement; /* of a swap; its word with ~ takes the form of the one that was found */
    cq_str message;     /* empty: the rule's own */
} cq_trigger;

typedef CQ_ARRAY(cq_trigger) cq_triggers;

/* Words that patterns of a rule name by @name: "say|tell|~explain". */
typedef struct cq_word_set {
    cq_str name, choices;
} cq_word_set;

typedef CQ_ARRAY(cq_word_set) cq_word_sets;

/* Fills pattern, replacement (empty: none), phrase and lemma: of what may stand for a token, ~hold becomes
   the forms of an English word, and @name the words of a set. CQ_EINVAL: a word with ~ is no single word in
   lower case, or there is a replacement and two of them, so that nothing says whose form it takes; there
   is no such set. */
bool cq_rule_trigger_make(cq_trigger *out, cq_arena *arena, cq_str pattern, cq_str replacement,
                          const cq_word_sets *sets, cq_err *err);

/* Pushes the triggers of a table: a line each, columns parted by tabs; # at its beginning makes a line a
   remark. Of a swap: pattern, replacement (none: it is only reported), message. Of what is forbidden:
   pattern, message. Errors name file and line; so does a pattern that stands there twice. */
bool cq_rule_trigger_read_table(cq_triggers *out, cq_arena *arena, const char *path,
                                cq_trigger_kind kind, const cq_word_sets *sets, cq_err *err);

#endif
