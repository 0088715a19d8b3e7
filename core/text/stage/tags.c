#include "text/stage.h"

#include "base/json.h"
#include "text/dump.h"
#include "text/tag.h"

static void dump_tag(cq_buf *out, const cq_doc *doc, const cq_block *block, const cq_token *token,
                     const cq_tag *tag, bool as_json) {
    cq_span span = cq_block_locate(block, cq_token_span(token));
    cq_str text = cq_token_text(block, token);
    const char *upos = cq_upos_name((cq_upos)tag->upos);
    cq_str lemma = cq_intern_text(doc->words, tag->lemma);
    if (as_json) {
        cq_dump_json_begin(out, span, text);
        cq_json_push_str(out, "upos", cq_str_of(upos));
        cq_json_push_str(out, "lemma", lemma);
        cq_json_push_str(out, "feats", cq_str_of(cq_tag_feats(tag)));
        cq_dump_json_end(out);
    } else {
        cq_dump_line_begin(out, upos, span, text);
        cq_buf_push_format(out, "  %.*s", CQ_FMT(lemma));
        if (*cq_tag_feats(tag)) cq_buf_push_format(out, "  %s", cq_tag_feats(tag));
        cq_dump_line_end(out);
    }
}

static void dump_tags(cq_buf *out, cq_doc *doc, bool as_json) {
    for (uint32_t s = 0; s < doc->sentences.len; s++) {
        const cq_sentence *sentence = &doc->sentences.at[s];
        const cq_block *block = &doc->blocks.at[sentence->block];
        const cq_tag *tags = cq_tag_of_sentence(doc, s);
        for (uint32_t i = sentence->first_token; tags && i < sentence->end_token; i++)
            dump_tag(out, doc, block, &doc->tokens.at[i], &tags[i - sentence->first_token],
                     as_json);
    }
}

const cq_stage cq_stage_tags = {
    .name = "tags",
    .summary = "parts of speech, lemmas and features of words, in sentences of English",
    .dump = dump_tags,
};
