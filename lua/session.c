#include "lua/session.h"

#include "text/language_found.h"
#include "text/language_source.h"

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
    session->end_block = doc->blocks.len;
    cq_str found = cq_str_of(cq_language_found_get(doc));
    session->language = found.len ? found : doc->language;
    session->source_language = doc->source_language;
    if (!doc->source_language.len)
        session->source_language = cq_str_of(cq_language_source_get(doc));
}

void cq_session_narrow(cq_session *session, uint32_t first, uint32_t end) {
    session->first_block = first;
    session->end_block = end;
}

void cq_session_end(cq_session *session) {
    cq_session_release(session);
    *session = (cq_session){.generation = session->generation + 1,
                            .vocabulary = session->vocabulary,
                            .glossary = session->glossary,
                            .source = session->source};
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

/* From `token` on, `quotation` is the innermost. What ends behind a token ends no earlier than what
   was said before. */
static void push_turn(cq_session *session, uint32_t token, uint32_t quotation) {
    uint32_t count = session->turns.len;
    if (count && session->turns.at[count - 1].token > token)
        token = session->turns.at[count - 1].token;
    *CQ_ARRAY_PUSH(&session->arena, &session->turns) = (cq_quotation_turn){token, quotation};
}

/* One sweep over the quotations; those around the current one hang together by `outer`, the
   innermost one first. */
static void map_quotations(cq_session *session) {
    const cq_doc *doc = session->doc;
    uint32_t count = doc->quotations.len, inner = 0, from = 0;
    uint32_t *ends = CQ_ARENA_NEW_ARRAY(&session->arena, uint32_t, (size_t)count + 1);
    session->outer = CQ_ARENA_NEW_ARRAY(&session->arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i <= count; i++) {
        cq_span span = {UINT32_MAX, UINT32_MAX}; /* behind all, to end what is open */
        if (i < count) span = measure_quotation(doc, &doc->quotations.at[i], &from);
        for (; inner && ends[inner - 1] <= span.start; inner = session->outer[inner - 1])
            push_turn(session, ends[inner - 1], session->outer[inner - 1]);
        if (i == count) break;
        ends[i] = span.end;
        session->outer[i] = inner;
        inner = i + 1;
        push_turn(session, span.start, inner);
    }
}

/* Turns that are not behind `token`. */
static uint32_t count_turns(const cq_session *session, uint32_t token) {
    uint32_t low = 0, high = session->turns.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (session->turns.at[middle].token <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t cq_session_quotation_of(cq_session *session, uint32_t token) {
    if (!session->outer) map_quotations(session);
    uint32_t count = count_turns(session, token);
    return count ? session->turns.at[count - 1].quotation : 0;
}

static const cq_frequencies *get_frequencies(cq_session *session) {
    if (!session->frequencies.at)
        cq_frequency_count(&session->frequencies, &session->arena, session->doc);
    return &session->frequencies;
}

const cq_repeats *cq_session_repeats(cq_session *session, unsigned step) {
    session->has_looked_around = true;
    if (!session->has_repeats[step]) {
        float least = 0.5f + 0.1f * (float)step;
        session->has_repeats[step] =
            cq_repeat_find(&session->repeats[step], &session->arena, session->doc,
                           get_frequencies(session), least, session->patience);
    }
    return session->has_repeats[step] ? &session->repeats[step] : NULL;
}

const cq_variants *cq_session_variants(cq_session *session) {
    if (!session->has_variants)
        session->has_variants =
            cq_variant_find(&session->variants, &session->arena, session->doc, session->patience);
    return session->has_variants ? &session->variants : NULL;
}

/* Whether the documents have the same blocks, one after the other. */
static bool are_parallel(const cq_doc *a, const cq_doc *b) {
    if (a->blocks.len != b->blocks.len) return false;
    for (uint32_t i = 0; i < a->blocks.len; i++)
        if (a->blocks.at[i].kind != b->blocks.at[i].kind) return false;
    return true;
}

const cq_block *cq_session_source_of(cq_session *session, uint32_t block) {
    if (!session->source) return NULL;
    if (!session->has_parallel) session->is_parallel = are_parallel(session->doc, session->source);
    session->has_parallel = true;
    return session->is_parallel ? &session->source->blocks.at[block] : NULL;
}

const cq_glossary_hits *cq_session_terms(cq_session *session) {
    if (!session->has_terms)
        cq_glossary_find(&session->terms, &session->arena, session->glossary, session->doc);
    session->has_terms = true;
    return &session->terms;
}

uint32_t cq_session_count(cq_session *session, cq_word word) {
    session->has_looked_around = true;
    return cq_frequency_of(get_frequencies(session), word);
}

cq_language_guess cq_session_guess(cq_session *session, uint32_t sentence) {
    if (!session->has_languages) cq_language_reader_init(&session->languages, session->doc);
    session->has_languages = true;
    return cq_language_reader_get(&session->languages, sentence);
}

const cq_loops *cq_session_loops(cq_session *session) {
    if (!session->has_loops) cq_loop_find(&session->loops, &session->arena, session->doc);
    session->has_loops = true;
    return &session->loops;
}
