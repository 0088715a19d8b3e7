#include "text/function_word.h"

#include <stdlib.h>

/* Sorted bytewise, for bsearch. */
static const char *const english[] = {
    "a",       "about",   "above",   "after",   "again",  "against", "all",     "also",    "although",
    "am",      "among",   "an",      "and",     "any",    "are",     "aren't",  "around",  "as",
    "at",      "be",      "because", "been",    "before", "being",   "below",   "between", "both",
    "but",     "by",      "can",     "can't",   "cannot", "could",   "did",     "didn't",  "do",
    "does",    "doesn't", "don't",   "down",    "during", "each",    "either",  "every",   "few",
    "for",     "from",    "further", "had",     "has",    "hasn't",  "have",    "having",  "he",
    "her",     "here",    "hers",    "herself", "him",    "himself", "his",     "how",     "however",
    "i",       "if",      "in",      "into",    "is",     "isn't",   "it",      "it's",    "its",
    "itself",  "just",    "may",     "me",      "might",  "more",    "most",    "must",    "my",
    "myself",  "neither", "no",      "nor",     "not",    "of",      "off",     "on",      "once",
    "only",    "or",      "other",   "our",     "ours",   "out",     "over",    "own",     "per",
    "same",    "shall",   "she",     "should",  "since",  "so",      "some",    "such",    "than",
    "that",    "that's",  "the",     "their",   "theirs", "them",    "then",    "there",   "these",
    "they",    "this",    "those",   "though",  "through", "to",     "too",     "toward",  "towards",
    "under",   "until",   "up",      "upon",    "us",     "very",    "was",     "wasn't",  "we",
    "were",    "what",    "when",    "where",   "whether", "which",  "while",   "who",     "whom",
    "whose",   "why",     "will",    "with",    "within", "without", "won't",   "would",   "you",
    "your",    "yours",
};

static int compare_to_entry(const void *key, const void *entry) {
    return cq_str_compare(*(const cq_str *)key, cq_str_of(*(const char *const *)entry));
}

bool cq_function_word_is(cq_str folded, cq_str language) {
    (void)language; /* one list: other languages have theirs when they have rules */
    return bsearch(&folded, english, sizeof english / sizeof *english, sizeof *english,
                   compare_to_entry) != NULL;
}
