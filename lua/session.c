#include "lua/session.h"

void cq_session_init(cq_session *session) {
    *session = (cq_session){0};
    cq_arena_init(&session->arena);
}

void cq_session_release(cq_session *session) {
    if (session->has_languages) cq_language_reader_release(&session->languages);
    cq_arena_release(&session->arena);
}

void cq_session_begin(cq_session *session, cq_doc *doc, cq_findings *findings) {
    session->generation++;
    session->doc = doc;
    session->findings = findings;
}

void cq_session_end(cq_session *session) {
    cq_session_release(session);
    *session = (cq_session){.generation = session->generation + 1,
                            .vocabulary = session->vocabulary};
    cq_arena_init(&session->arena);
}

/* Where a quotation that does not close ends: behind its last token that counts as quoted. `from`
   only moves forward, so that many open marks cost no more than their tokens. */
static uint32_t find_open_end(const cq_doc *doc, const cq_quotation *quotation, uint32_t *from) {
    uint32_t end = doc->blocks.at[quotation->block].end_token;
    uint32_t token = quotation->open_token + 1;
    if (*from > token) token = *from < end ? *from : end;
    while (token < end && doc->tokens.at[token].flags & CQ_TOKEN_QUOTED) token++;
    return *from = token;
}

/* Tokens [first, end) of a quotation with its marks. */
static cq_span measure_quotation(const cq_doc *doc, const cq_quotation *quotation, uint32_t *from) {
    if (quotation->open_token == CQ_NO_TOKEN)
        return (cq_span){quotation->close_token, quotation->close_token + 1};
    if (quotation->close_token == CQ_NO_TOKEN)
        return (cq_span){quotation->open_token, find_open_end(doc, quotation, from)};
    return (cq_span){quotation->open_token, quotation->close_token + 1};
}

/* One sweep over tokens and quotations; the quotations around the current token hang together by
   `outer`, the innermost one first. */
static void map_quotations(cq_session *session) {
    const cq_doc *doc = session->doc;
    uint32_t count = doc->quotations.len, next = 0, inner = 0, from = 0;
    uint32_t *ends = CQ_ARENA_NEW_ARRAY(&session->arena, uint32_t, count + 1);
    session->outer = CQ_ARENA_NEW_ARRAY(&session->arena, uint32_t, count + 1);
    session->quotation_of =
        CQ_ARENA_NEW_ARRAY(&session->arena, uint32_t, (size_t)doc->tokens.len + 1);
    for (uint32_t token = 0; token < doc->tokens.len; token++) {
        while (inner && ends[inner - 1] <= token) inner = session->outer[inner - 1];
        for (; next < count; next++) {
            cq_span span = measure_quotation(doc, &doc->quotations.at[next], &from);
            if (span.start > token) break;
            ends[next] = span.end;
            session->outer[next] = inner;
            inner = next + 1;
        }
        session->quotation_of[token] = inner;
    }
}

uint32_t cq_session_quotation_of(cq_session *session, uint32_t token) {
    if (!session->quotation_of) map_quotations(session);
    return session->quotation_of[token];
}

const cq_repeats *cq_session_repeats(cq_session *session, unsigned step) {
    if (!session->has_repeats[step]) {
        float least = 0.5f + 0.1f * (float)step;
        cq_repeat_find(&session->repeats[step], &session->arena, session->doc, least);
        session->has_repeats[step] = true;
    }
    return &session->repeats[step];
}

static void count_words(cq_session *session) {
    const cq_doc *doc = session->doc;
    session->word_ids = doc->words->entries.len;
    session->word_counts = CQ_ARENA_NEW_ARRAY(&session->arena, uint32_t, session->word_ids + 1);
    for (uint32_t i = 0; i < doc->tokens.len; i++) session->word_counts[doc->tokens.at[i].word]++;
}

uint32_t cq_session_count(cq_session *session, cq_word word) {
    if (!session->word_counts) count_words(session);
    return word < session->word_ids ? session->word_counts[word] : 0;
}

cq_language_guess cq_session_guess(cq_session *session, uint32_t sentence) {
    if (!session->has_languages) cq_language_reader_init(&session->languages, session->doc);
    session->has_languages = true;
    return cq_language_reader_get(&session->languages, sentence);
}
