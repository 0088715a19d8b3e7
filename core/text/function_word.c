#include "text/function_word.h"

static const char *const english[] = {
    "a",        "about",   "above",   "after",   "again",   "against", "all",     "also",
    "although", "am",      "among",   "an",      "and",     "any",     "are",     "aren't",
    "around",   "as",      "at",      "be",      "because", "been",    "before",  "being",
    "below",    "between", "both",    "but",     "by",      "can",     "can't",   "cannot",
    "could",    "did",     "didn't",  "do",      "does",    "doesn't", "don't",   "down",
    "during",   "each",    "either",  "every",   "few",     "for",     "from",    "further",
    "had",      "has",     "hasn't",  "have",    "having",  "he",      "her",     "here",
    "hers",     "herself", "him",     "himself", "his",     "how",     "however", "i",
    "if",       "in",      "into",    "is",      "isn't",   "it",      "it's",    "its",
    "itself",   "just",    "may",     "me",      "might",   "more",    "most",    "must",
    "my",       "myself",  "neither", "no",      "nor",     "not",     "of",      "off",
    "on",       "once",    "only",    "or",      "other",   "our",     "ours",    "out",
    "over",     "own",     "per",     "same",    "shall",   "she",     "should",  "since",
    "so",       "some",    "such",    "than",    "that",    "that's",  "the",     "their",
    "theirs",   "them",    "then",    "there",   "these",   "they",    "this",    "those",
    "though",   "through", "to",      "too",     "toward",  "towards", "under",   "until",
    "up",       "upon",    "us",      "very",    "was",     "wasn't",  "we",      "were",
    "what",     "when",    "where",   "whether", "which",   "while",   "who",     "whom",
    "whose",    "why",     "will",    "with",    "within",  "without", "won't",   "would",
    "you",      "your",    "yours",
};

bool *cq_function_word_mark(cq_arena *arena, const cq_intern *words, cq_str language) {
    (void)language; /* one list: other languages have theirs when they have rules */
    bool *marks = CQ_ARENA_NEW_ARRAY(arena, bool, words->entries.len);
    for (size_t i = 0; i < sizeof english / sizeof *english; i++) {
        cq_word word = cq_intern_find(words, cq_str_of(english[i]));
        if (word != CQ_WORD_NONE) marks[word] = true;
    }
    return marks;
}
