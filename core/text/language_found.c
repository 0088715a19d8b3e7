#include "text/language_found.h"

#include "text/language_reader.h"

enum {
    MOST_SENTENCES = 64, /* that are looked at */
    LEAST_WORDS = 15,    /* of the author's own, in the other language */
    LEAST_SENTENCES = 3, /* likewise */
    MOST_HOME = 4,       /* one sentence in so many may be in the document's language */
};

typedef struct survey {
    cq_language_reader reader;
    uint32_t foreign, home; /* sentences, surely */
    uint32_t near;          /* those at home, and those that rather are than not */
    uint32_t words;         /* of the foreign ones */
    const char *code;       /* that most of them are in, by majority vote (Boyer and Moore 1991) */
    uint32_t votes;
} survey;

static void vote(survey *s, const char *code) {
    if (!s->votes) s->code = code;
    s->votes = strcmp(s->code, code) == 0 ? s->votes + 1 : s->votes - 1;
}

static void survey_sentence(survey *s, uint32_t index) {
    const cq_doc *doc = s->reader.doc;
    const cq_sentence *sentence = &doc->sentences.at[index];
    if (doc->blocks.at[sentence->block].language.len) return;
    cq_language_guess guess = cq_language_reader_get(&s->reader, index);
    if (guess.foreign >= CQ_LANGUAGE_SURE) {
        s->foreign++;
        s->words += guess.words;
        vote(s, guess.code);
    } else if (strcmp(guess.code, s->reader.home) == 0) {
        s->home += guess.margin >= CQ_LANGUAGE_SURE;
        s->near++;
    }
}

/* In a list of titles or of a program's words hardly one is long enough to be sure of: some sentences that
   are left in another language do not make it a text in that one. */
static bool is_foreign(const survey *s) {
    return s->words >= LEAST_WORDS && s->foreign >= LEAST_SENTENCES &&
           s->home * MOST_HOME <= s->foreign && s->near <= s->foreign;
}

/* The sentence that is looked at as number `i`: one of each stretch, not always at the same place in it,
   since languages may take turns. */
static uint32_t choose_sentence(uint32_t i, uint32_t count) {
    if (count <= MOST_SENTENCES) return i;
    uint32_t scatter = i * 0x9E3779B1u >> 16;
    return (uint32_t)((uint64_t)i * count / MOST_SENTENCES) + scatter % (count / MOST_SENTENCES);
}

const char *cq_language_found_guess(const cq_doc *doc) {
    survey s = {.code = ""};
    uint32_t count = doc->sentences.len;
    uint32_t looks = count < MOST_SENTENCES ? count : MOST_SENTENCES;
    cq_language_reader_init(&s.reader, doc);
    /* Once so many are at home, the others cannot outnumber them. */
    for (uint32_t i = 0; i < looks && s.home * MOST_HOME <= MOST_SENTENCES; i++)
        survey_sentence(&s, choose_sentence(i, count));
    cq_language_reader_release(&s.reader);
    return is_foreign(&s) ? s.code : "";
}

bool cq_language_found_renew(cq_doc *doc) {
    const char *before = doc->language_found;
    doc->language_found = cq_language_found_guess(doc);
    return before && strcmp(before, doc->language_found) == 0;
}

const char *cq_language_found_get(cq_doc *doc) {
    if (!doc->language_found) cq_language_found_renew(doc);
    return doc->language_found;
}
