/* Abbreviations: words that own their stops, by language, and how they may end a sentence. */
#ifndef CQ_TEXT_ABBREVIATION_H
#define CQ_TEXT_ABBREVIATION_H

#include "base/str.h"

/* Does a sentence end with an abbreviation that another word follows? */
typedef enum cq_abbreviation_end {
    CQ_ABBREVIATION_NEVER,  /* Mr., No. 5: something must follow */
    CQ_ABBREVIATION_STRONG, /* U.S., Inc.: only before a word that hardly begins anything else */
    CQ_ABBREVIATION_UPPER,  /* etc.: before any capitalised word */
} cq_abbreviation_end;

/* A language's table. Static. */
typedef struct cq_abbreviations cq_abbreviations;

/* By the primary subtag; a language without a table has only the patterns (initials, U.S.). */
const cq_abbreviations *cq_abbreviations_of(cq_str language);

/* The end of the abbreviation that begins with the word at bytes [start, end) of `text`, where
   text[end] is a stop; `end` where the stop is not the word's own. `follows_initial`: the token
   before it is a single letter with its stop. */
size_t cq_abbreviation_scan(const cq_abbreviations *table, cq_str text, size_t start, size_t end,
                            bool follows_initial);

/* How the abbreviation, as it is written, may end a sentence. */
cq_abbreviation_end cq_abbreviation_end_of(const cq_abbreviations *table, cq_str written);

/* Is this folded word one that, capitalised, hardly stands anywhere but at a sentence's start? */
bool cq_abbreviation_is_starter(const cq_abbreviations *table, cq_str folded);

/* Is this folded word one that names a month, weekday or time zone? (at 3 p.m. Monday) */
bool cq_abbreviation_is_calendar(const cq_abbreviations *table, cq_str folded);

/* Is this folded word one behind which "3." is an ordinal? Only in languages that write them so. */
bool cq_abbreviation_is_before_ordinal(const cq_abbreviations *table, cq_str folded);

/* Is this folded word a verb that attributes direct speech? ("Why?" Anna asked.) */
bool cq_abbreviation_is_said(const cq_abbreviations *table, cq_str folded);

#endif
