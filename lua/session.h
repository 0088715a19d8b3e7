/* A session: one document being linted by one host. What views and `report` look at. */
#ifndef CQ_LUA_SESSION_H
#define CQ_LUA_SESSION_H

#include "check/finding.h"
#include "check/glossary.h"
#include "lua/rule_table.h"
#include "lua/sandbox.h"
#include "text/doc.h"
#include "text/frequency.h"
#include "text/language_reader.h"
#include "text/loop.h"
#include "text/repeat.h"
#include "text/variant.h"

/* doc:repeats() is computed once for each tenth of similarity from 0.5 to 1.0. */
enum { CQ_SESSION_REPEAT_STEPS = 6 };

/* From a token on, another quotation is the innermost. */
typedef struct cq_quotation_turn {
    uint32_t token;
    uint32_t quotation; /* index + 1; 0: none */
} cq_quotation_turn;

struct cq_session {
    cq_doc *doc;         /* NULL: nothing is being linted, and all views are stale */
    uint32_t generation; /* of the views that are alive */
    cq_str
        language; /* the document's; where its text is surely in another one (text/language_found),
                        that, and rules go by it */
    cq_str
        source_language; /* the document's; where it says none, the guess of text/language_source */
    cq_findings *findings;
    const struct cq_vocabulary *vocabulary; /* the host's */
    const cq_glossary *glossary;            /* likewise */
    const cq_doc *source;        /* that the document is translated from; NULL: unknown */
    const cq_patience *patience; /* of the linting; NULL: it goes on to its end */
    /* The rule that is running; NULL between two. */
    const cq_rule *rule;
    const cq_rule_body *body;
    const cq_phrase_hit *hits; /* of this rule, where its scope is the document */
    uint32_t hit_count;
    const uint32_t *hit_triggers; /* by a hit's owner: the rule's trigger */
    const cq_phrase_set *phrases; /* that the hits are of */
    uint32_t reported;            /* findings of this rule in this document */
    size_t reported_bytes;        /* ... and their strings and arrays */
    bool has_looked_around;       /* it has looked beyond the blocks that it was called for */
    bool has_flooded; /* ... were too many: a trouble, though the rule may catch the error */
    /* Until the session ends. */
    cq_arena arena;
    uint32_t first_block, end_block;   /* that rules are run on */
    CQ_ARRAY(cq_quotation_turn) turns; /* in the order of the text */
    uint32_t
        *outer; /* by quotation: index + 1 of the one around it, 0: none; NULL: not asked yet */
    cq_repeats repeats[CQ_SESSION_REPEAT_STEPS];
    bool has_repeats[CQ_SESSION_REPEAT_STEPS];
    bool has_parallel, is_parallel; /* source and document have the same blocks */
    cq_glossary_hits terms;
    bool has_terms;
    cq_variants variants;
    bool has_variants;
    cq_frequencies frequencies; /* `at` NULL: not asked yet */
    cq_language_reader languages;
    bool has_languages;
    cq_loops loops; /* of two turns or more */
    bool has_loops;
};

void cq_session_init(cq_session *session);
void cq_session_release(cq_session *session);

/* `doc` and `findings` are borrowed until the end; all blocks are to be looked at. */
void cq_session_begin(cq_session *session, cq_doc *doc, cq_findings *findings);

/* Only blocks [first, end) are. */
void cq_session_narrow(cq_session *session, uint32_t first, uint32_t end);
void cq_session_end(cq_session *session);

/* The innermost quotation that a token opens, closes or is inside of, as index + 1; 0: none. */
uint32_t cq_session_quotation_of(cq_session *session, uint32_t token);

/* Repeats of at least the similarity that `step` stands for (0: 0.5, 5: 1.0). NULL: patience was over. */
const cq_repeats *cq_session_repeats(cq_session *session, unsigned step);

/* Names written in two ways. NULL: patience was over. */
const cq_variants *cq_session_variants(cq_session *session);

/* The block of the source that a block (its index) is a translation of; NULL: that is not known. */
const cq_block *cq_session_source_of(cq_session *session, uint32_t block);

/* Where the document says what its glossary avoids. */
const cq_glossary_hits *cq_session_terms(cq_session *session);

/* The language of a block as rules see it: its own, or the session's. */
static inline cq_str cq_session_language_of(const cq_session *session, const cq_block *block) {
    return block->language.len ? block->language : session->language;
}

/* How many tokens of the document are this word. */
uint32_t cq_session_count(cq_session *session, cq_word word);

/* The language of a sentence (its index in the document) as its own words have it. */
cq_language_guess cq_session_guess(cq_session *session, uint32_t sentence);

/* Loops of two turns or more. */
const cq_loops *cq_session_loops(cq_session *session);

static inline cq_session *cq_session_of(lua_State *L) {
    return cq_sandbox_of(L)->session;
}

#endif
