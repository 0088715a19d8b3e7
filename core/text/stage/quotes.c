#include "text/stage.h"

#include "base/json.h"
#include "text/dump.h"

/* The tokens from the first to the last mark that is there. */
static void find_tokens(const cq_quotation *quotation, uint32_t *first, uint32_t *end) {
    bool has_open = quotation->open_token != CQ_NO_TOKEN;
    bool has_close = quotation->close_token != CQ_NO_TOKEN;
    *first = has_open ? quotation->open_token : quotation->close_token;
    *end = (has_close ? quotation->close_token : quotation->open_token) + 1;
}

static void push_words(cq_buf *out, const cq_quotation *quotation) {
    cq_buf_push_format(out, "  %s  depth %u", cq_quote_style_name((cq_quote_style)quotation->style),
                       (unsigned)quotation->depth);
    if (quotation->open_token == CQ_NO_TOKEN) cq_buf_push_str(out, CQ_STR("  unopened"));
    if (quotation->is_continued)
        cq_buf_push_str(out, CQ_STR("  continued"));
    else if (quotation->close_token == CQ_NO_TOKEN)
        cq_buf_push_str(out, CQ_STR("  unclosed"));
}

static void dump_quotation(cq_buf *out, const cq_doc *doc, const cq_quotation *quotation,
                           bool as_json) {
    const cq_block *block = &doc->blocks.at[quotation->block];
    uint32_t first, end;
    find_tokens(quotation, &first, &end);
    cq_span span = cq_doc_locate(doc, block, first, end);
    cq_str text = cq_dump_text(doc, block, first, end);
    if (as_json) {
        cq_dump_json_begin(out, span, text);
        cq_json_push_str(out, "style",
                         cq_str_of(cq_quote_style_name((cq_quote_style)quotation->style)));
        cq_json_push_number(out, "depth", quotation->depth);
        cq_json_push_bool(out, "opened", quotation->open_token != CQ_NO_TOKEN);
        cq_json_push_bool(out, "closed", quotation->close_token != CQ_NO_TOKEN);
        cq_json_push_bool(out, "continued", quotation->is_continued);
        cq_dump_json_end(out);
    } else {
        cq_dump_line_begin(out, "quotation", span, text);
        push_words(out, quotation);
        cq_dump_line_end(out);
    }
}

static void dump_quotes(cq_buf *out, cq_doc *doc, bool as_json) {
    for (uint32_t i = 0; i < doc->quotations.len; i++)
        dump_quotation(out, doc, &doc->quotations.at[i], as_json);
}

const cq_stage cq_stage_quotes = {
    .name = "quotes",
    .summary = "quotations with their marks' style, their depth, and what they lack",
    .dump = dump_quotes,
};
