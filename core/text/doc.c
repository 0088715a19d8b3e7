#include "text/doc.h"

#include "text/language.h"
#include "text/markup_frontmatter.h"

#define CQ_DOC_PREVAILING_LANGUAGE CQ_STR("en")

enum { GUESS_BYTES = 16384 }; /* enough for the thousand words that text/language looks at */

static void choose_format(cq_doc *doc, cq_str path, const cq_doc_options *options) {
    doc->format = options->format ? options->format : cq_format_of_path(path);
    if (!doc->format) doc->format = cq_format_of_name(CQ_STR("plain"));
}

/* Front matter belongs to other programs too: what is no language tag ("English") says nothing. */
static bool is_tag(cq_str s) {
    size_t primary = 0;
    while (primary < s.len && (s.ptr[primary] | 0x20) >= 'a' && (s.ptr[primary] | 0x20) <= 'z')
        primary++;
    bool is_whole = primary == s.len || s.ptr[primary] == '-' || s.ptr[primary] == '_';
    return is_whole && primary >= 2 && primary <= 3;
}

/* What the document itself says; empty where it says nothing. */
static cq_str find_tag(const cq_doc *doc, cq_str key) {
    if (!doc->format->has_frontmatter) return CQ_STR("");
    cq_str tag = cq_markup_frontmatter_find(&doc->source, key);
    return is_tag(tag) ? tag : CQ_STR("");
}

/* From the blocks that do not say themselves which language they are in; empty where they are too short
   to tell. */
static cq_str guess_language(const cq_doc *doc) {
    cq_buf sample = {0};
    for (uint32_t i = 0; i < doc->blocks.len && sample.len < GUESS_BYTES; i++) {
        if (doc->blocks.at[i].language.len) continue;
        cq_buf_push_str(&sample, cq_str_slice(doc->blocks.at[i].text, 0, GUESS_BYTES));
        cq_buf_push(&sample, '\n');
    }
    cq_language_guess guess = cq_language_of(cq_buf_get(&sample), CQ_DOC_PREVAILING_LANGUAGE);
    cq_buf_release(&sample);
    return guess.margin >= CQ_LANGUAGE_SURE ? cq_str_of(guess.code) : CQ_STR("");
}

bool cq_doc_settle_languages(cq_doc *doc) {
    const cq_doc_options *options = &doc->options;
    cq_str language = find_tag(doc, CQ_STR("language"));
    if (!language.len) language = find_tag(doc, CQ_STR("lang"));
    if (!language.len) language = options->language;
    if (cq_str_is_equal(language, CQ_STR("auto"))) language = guess_language(doc);
    if (!language.len) language = CQ_DOC_PREVAILING_LANGUAGE;
    cq_str source_language = find_tag(doc, CQ_STR("source_language"));
    if (!source_language.len) source_language = options->source_language;
    if (cq_str_is_equal(doc->language, language) &&
        cq_str_is_equal(doc->source_language, source_language))
        return true;
    doc->language = cq_str_dup(&doc->arena, language);
    doc->source_language = cq_str_dup(&doc->arena, source_language);
    return false;
}

static void keep_options(cq_doc *doc, const cq_doc_options *options) {
    doc->options = *options;
    doc->options.language = cq_str_dup(&doc->arena, options->language);
    doc->options.source_language = cq_str_dup(&doc->arena, options->source_language);
}

static void read_blocks_text(cq_doc *doc) {
    /* English has a token in five or six bytes; growing later would keep both copies. */
    CQ_ARRAY_RESERVE(&doc->arena, &doc->tokens, doc->source.text.len / 5 + 8);
    for (uint32_t i = 0; i < doc->blocks.len; i++) {
        cq_block *block = &doc->blocks.at[i];
        cq_str language = cq_doc_language_of(doc, block);
        cq_token_read(&doc->tokens, &doc->arena, doc->words, block, language);
        cq_sentence_read(&doc->sentences, &doc->arena, doc->words, block, i, doc->tokens.at,
                         language);
    }
    cq_quote_read(&doc->quotations, &doc->arena, &doc->blocks, &doc->tokens);
}

bool cq_doc_open(cq_doc *doc, cq_intern *words, cq_str path, cq_str bytes,
                 const cq_doc_options *options, cq_err *err) {
    *doc = (cq_doc){.words = words, .mark = cq_intern_get_mark(words)};
    cq_arena_init(&doc->arena);
    cq_arena_init(&doc->tag_arena);
    keep_options(doc, options);
    choose_format(doc, path, options);
    if (!cq_source_init(&doc->source, &doc->arena, path, bytes, err) ||
        !doc->format->read(&doc->blocks, &doc->arena, &doc->source, err)) {
        cq_doc_close(doc);
        return false;
    }
    cq_doc_settle_languages(doc);
    read_blocks_text(doc);
    return true;
}

void cq_doc_close(cq_doc *doc) {
    if (!doc->options.keeps_words) cq_intern_rewind(doc->words, doc->mark);
    cq_arena_release(&doc->arena);
    cq_arena_release(&doc->tag_arena);
}

cq_str cq_doc_language_of(const cq_doc *doc, const cq_block *block) {
    return block->language.len ? block->language : doc->language;
}

cq_span cq_doc_locate(const cq_doc *doc, const cq_block *block, uint32_t first, uint32_t end) {
    cq_text_span span = {doc->tokens.at[first].start, doc->tokens.at[end - 1].end};
    return cq_block_locate(block, span);
}

cq_span cq_doc_locate_gap(const cq_doc *doc, const cq_block *block, uint32_t token) {
    cq_text_span gap = {0, (uint32_t)block->text.len};
    if (token > block->first_token) gap.start = doc->tokens.at[token - 1].end;
    if (token < block->end_token) gap.end = doc->tokens.at[token].start;
    return cq_block_locate(block, gap);
}
