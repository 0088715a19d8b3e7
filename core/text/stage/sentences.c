#include "text/stage.h"

#include "base/json.h"
#include "text/dump.h"

static void dump_sentence(cq_buf *out, const cq_doc *doc, const cq_sentence *sentence,
                          bool as_json) {
    const cq_block *block = &doc->blocks.at[sentence->block];
    cq_span span = cq_doc_locate(doc, block, sentence->first_token, sentence->end_token);
    cq_str text = cq_dump_text(doc, block, sentence->first_token, sentence->end_token);
    cq_str language = cq_doc_language_of(doc, block);
    if (as_json) {
        cq_dump_json_begin(out, span, text);
        cq_json_push_str(out, "language", language);
        cq_json_push_bool(out, "terminated", sentence->is_terminated);
        cq_dump_json_end(out);
    } else {
        cq_dump_line_begin(out, "sentence", span, text);
        if (!sentence->is_terminated) cq_buf_push_str(out, CQ_STR("  unterminated"));
        cq_dump_line_end(out);
    }
}

static void dump_sentences(cq_buf *out, cq_doc *doc, bool as_json) {
    for (uint32_t i = 0; i < doc->sentences.len; i++)
        dump_sentence(out, doc, &doc->sentences.at[i], as_json);
}

const cq_stage cq_stage_sentences = {
    .name = "sentences",
    .summary = "sentences with their language and whether a stop ends them",
    .dump = dump_sentences,
};
