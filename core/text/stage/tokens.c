#include "text/stage.h"

#include "base/json.h"
#include "text/dump.h"

/* Gaps are items of their own here, so CQ_TOKEN_GAP is none of the words. */
static const cq_dump_flag flags[] = {
    {CQ_TOKEN_UPPER_FIRST, "upper-first"},
    {CQ_TOKEN_UPPER_ALL, "upper-all"},
    {CQ_TOKEN_UPPER_INNER, "upper-inner"},
    {CQ_TOKEN_HAS_DIGIT, "digit"},
    {CQ_TOKEN_NON_ASCII, "non-ascii"},
    {CQ_TOKEN_ABBREVIATION, "abbreviation"},
    {CQ_TOKEN_EMPHASIS, "emphasis"},
    {CQ_TOKEN_QUOTED, "quoted"},
    {CQ_TOKEN_SENTENCE_FIRST, "first"},
    {CQ_TOKEN_SENTENCE_LAST, "last"},
    {0, NULL},
};

static const cq_dump_flag gap_flags[] = {{CQ_TOKEN_GAP_ODD, "odd"}, {0, NULL}};

static void dump_gap(cq_buf *out, const cq_doc *doc, const cq_block *block, uint32_t token,
                     bool as_json) {
    const cq_token *tokens = doc->tokens.at;
    size_t start = token > block->first_token ? tokens[token - 1].end : 0;
    size_t end = token < block->end_token ? tokens[token].start : block->text.len;
    cq_str text = cq_str_slice(block->text, start, end);
    unsigned bits = token < block->end_token ? tokens[token].flags : 0;
    cq_span span = cq_doc_locate_gap(doc, block, token);
    if (text.len == 0) return;
    if (as_json) {
        cq_dump_json_begin(out, span, text);
        cq_json_push_str(out, "kind", CQ_STR("space"));
        cq_dump_json_flags(out, bits, gap_flags);
        cq_dump_json_end(out);
    } else {
        cq_dump_line_begin(out, "space", span, text);
        cq_dump_line_flags(out, bits, gap_flags);
        cq_dump_line_end(out);
    }
}

static void dump_token(cq_buf *out, const cq_block *block, const cq_token *token, bool as_json) {
    const char *kind = cq_token_kind_name((cq_token_kind)token->kind);
    const char *role = cq_quote_role_name((cq_quote_role)token->role);
    cq_span span = cq_block_locate(block, cq_token_span(token));
    cq_str text = cq_token_text(block, token);
    if (as_json) {
        cq_dump_json_begin(out, span, text);
        cq_json_push_str(out, "kind", cq_str_of(kind));
        if (token->kind == CQ_TOKEN_QUOTE) cq_json_push_str(out, "role", cq_str_of(role));
        cq_dump_json_flags(out, token->flags, flags);
        cq_dump_json_end(out);
    } else {
        cq_dump_line_begin(out, kind, span, text);
        if (token->kind == CQ_TOKEN_QUOTE) cq_buf_push_format(out, "  %s", role);
        cq_dump_line_flags(out, token->flags, flags);
        cq_dump_line_end(out);
    }
}

static void dump_tokens(cq_buf *out, cq_doc *doc, bool as_json) {
    for (uint32_t b = 0; b < doc->blocks.len; b++) {
        const cq_block *block = &doc->blocks.at[b];
        for (uint32_t i = block->first_token; i < block->end_token; i++) {
            dump_gap(out, doc, block, i, as_json);
            dump_token(out, block, &doc->tokens.at[i], as_json);
        }
        dump_gap(out, doc, block, block->end_token, as_json);
    }
}

const cq_stage cq_stage_tokens = {
    .name = "tokens",
    .summary = "words, numbers, punctuation, quotation marks and the white space between them",
    .dump = dump_tokens,
};
