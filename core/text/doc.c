#include "text/doc.h"

#define CQ_DOC_PREVAILING_LANGUAGE CQ_STR("en")

static void choose_options(cq_doc *doc, cq_str path, const cq_doc_options *options) {
    doc->format = options->format ? options->format : cq_format_of_path(path);
    if (!doc->format)
        doc->format = cq_format_of_name(CQ_STR("plain"));
    cq_str language = options->language.len ? options->language : CQ_DOC_PREVAILING_LANGUAGE;
    doc->language = cq_str_dup(&doc->arena, language);
    doc->source_language = cq_str_dup(&doc->arena, options->source_language);
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
    choose_options(doc, path, options);
    if (!cq_source_init(&doc->source, &doc->arena, path, bytes, err) ||
        !doc->format->read(&doc->blocks, &doc->arena, &doc->source, err)) {
        cq_doc_close(doc);
        return false;
    }
    read_blocks_text(doc);
    return true;
}

void cq_doc_close(cq_doc *doc) {
    cq_intern_rewind(doc->words, doc->mark);
    cq_arena_release(&doc->arena);
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
    if (token > block->first_token)
        gap.start = doc->tokens.at[token - 1].end;
    if (token < block->end_token)
        gap.end = doc->tokens.at[token].start;
    return cq_block_locate(block, gap);
}
